/** What is used of WebAssembly here: Node has it, but its types come with those of a browser only. */
declare namespace WebAssembly {
  class Module {
    private readonly code
  }
  function compile(bytes: Uint8Array): Promise<Module>
}
