-- Two tables that every transaction writes together: a row in one without the other is half a transaction.
create table left_row (
  no bigint primary key,
  payload text not null
);

create table right_row (
  no bigint primary key,
  digest text not null
);
