// From one office to the next: each is opened, photographed and closed; the one that runs over is the demo office, filled further.
import { photographConsole } from './console.mjs';
import { Darkroom } from './darkroom.mjs';
import { demoOffice, emptyOffice } from './offices.mjs';
import { overfill } from './overfill.mjs';
import { photographPublic } from './public.mjs';

/** What the overfull office was filled with, as [what, how many, refused]. */
export async function tour(states, album) {
  const darkroom = await Darkroom.open(album);
  const photograph = async (office, state) => {
    await photographConsole(office, darkroom, state);
    await photographPublic(office, darkroom, state);
  };
  let filled = [];
  try {
    if (states.includes('empty')) await within(await emptyOffice(), (office) => photograph(office, 'empty'));
    if (states.some((state) => state !== 'empty'))
      await within(await demoOffice(), async (office) => {
        if (states.includes('ordinary')) await photograph(office, 'ordinary');
        if (!states.includes('overfull')) return;
        filled = await overfill(office);
        await photograph(office, 'overfull');
      });
  } finally {
    await darkroom.close();
  }
  return filled;
}

async function within(office, act) {
  try {
    await act(office);
  } finally {
    await office.close();
  }
}
