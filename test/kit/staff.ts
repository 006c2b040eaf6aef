import { Caller } from './office.js';
import type { HouseUnderTest } from './house.js';

const PASSWORD = 'la-chan-dung-thu';

/** A person of the demo office at the running house. */
export async function staff(house: HouseUnderTest, name: string): Promise<Caller> {
  const caller = new Caller(`http://localhost:${house.port}`);
  const status = await caller.signIn(`${name}@lachan.demo`, PASSWORD);
  if (status !== 204) throw new Error(`${name} could not sign in: ${status}`);
  return caller;
}
