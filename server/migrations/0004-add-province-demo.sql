-- Whether the demo province is to be loaded into this ledger: a start that is cut off must not forget it.
alter table province
  add column demo text collate "C" not null default 'wanted',
  add constraint province_demo_check check (demo in ('wanted', 'declined', 'loaded'));
