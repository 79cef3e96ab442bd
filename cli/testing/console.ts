import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

// An error on the console that no test asked for is a failure. A test that expects one mocks
// console.error itself.
let spy: MockInstance<typeof console.error>;

beforeEach(() => {
  spy = vi.spyOn(console, 'error');
});

afterEach(() => {
  const unexpected = spy.mock.calls.map((call) => call.map(String).join(' '));
  spy.mockRestore();
  expect(unexpected, 'unexpected console.error').toEqual([]);
});
