// What `@jest/globals` exports, for modules that outlive a suite: each call goes to the suite that runs now.
const forward = (name) =>
  new Proxy(() => {}, {
    apply: (_, self, args) => globalThis[name](...args),
    get: (_, key) => globalThis[name][key],
  });

export const describe = forward('describe');
export const test = forward('test');
export const it = test;
export const expect = forward('expect');
export const beforeAll = forward('beforeAll');
export const beforeEach = forward('beforeEach');
export const afterAll = forward('afterAll');
export const afterEach = forward('afterEach');
