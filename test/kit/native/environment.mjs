import { PATIENCE } from './patience.ts';

/** The process itself as the environment of a suite; what a suite sets in it, and what Jest replaces, is put back. */
export default class NativeEnvironment {
  global = globalThis;
  #exit = process.exit;
  #console = console;
  #env = { ...process.env };

  getVmContext() {
    return null;
  }
  async setup() {}
  handleTestEvent({ name }, state) {
    if (name === 'run_start') lengthen(state.rootDescribeBlock);
  }
  async teardown() {
    process.exit = this.#exit;
    globalThis.console = this.#console;
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) delete process.env[name];
    Object.assign(process.env, this.#env);
  }
}

function lengthen({ hooks, children }) {
  for (const timed of [...hooks, ...children]) if (timed.timeout) timed.timeout *= PATIENCE;
  for (const child of children) if (child.type === 'describeBlock') lengthen(child);
}
