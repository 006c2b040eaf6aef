// What a hand does on a screen of the console, by what the screen calls things in Vietnamese.
const WAIT = { timeout: 5_000, polling: 100 };

/** Presses what says that, or what the selector names. */
export const click = (name) => async (page) => {
  const found = await page.waitForFunction(
    (n) => {
      const dialog = document.querySelector('[aria-modal=true]');
      if (/[[.#]/.test(n)) return document.querySelector(n);
      return [...(dialog ?? document).querySelectorAll('button, a, [role=tab]')].find(
        (e) =>
          !e.disabled &&
          e.getClientRects().length > 0 &&
          [e.innerText.trim(), e.getAttribute('aria-label')].some((says) => says?.startsWith(n)),
      );
    },
    WAIT,
    name,
  );
  await found.evaluate((e) => e.click());
};
export const press = (key) => (page) => page.keyboard.press(key);
/** As an act that ends with a dialog that is whole. */
export const opened = (act) => async (page) => {
  await act(page);
  await page.waitForFunction(() => document.querySelector('[aria-modal=true]')?.getClientRects().length > 0, WAIT);
};
export const search = (words) => async (page) => {
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await page.keyboard.type(words);
  await page.waitForFunction(
    (typed) => {
      const told = [...document.querySelectorAll('[role=option], .mantine-Combobox-empty')].map((e) => e.innerText.toLowerCase());
      return typed === ''
        ? told.length > 0
        : told.some((text) => text.includes(typed)) || document.querySelector('.mantine-Combobox-empty');
    },
    WAIT,
    words,
  );
};
export const typed = (email, password) => async (page) => {
  await page.waitForSelector('input[type=email]');
  await page.type('input[type=email]', email);
  await page.type('input[autocomplete=current-password]', password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('[role=alert]');
};
/** Opens a paper that is shown to whoever says why. */
export const shown = (button) => async (page) => {
  await opened(click(button))(page);
  await page.type('[aria-modal=true] textarea', 'đọc trước khi làm tiếp');
  await click('Xem văn bản')(page);
  await page.waitForSelector('iframe.pdf');
};
