import type { Command } from 'commander';
import { readSettings } from '../core/config.js';
import { Problem } from '../core/problem/problem.js';
import type { Documents, FormCode } from '../enforcement/documents/models.js';
import { standardInput } from './input.js';

const LARGEST = 5_000_000;

export default (program: Command): void => {
  program
    .command('document')
    .argument('<form>', 'MBB01, MQĐ02, MQĐ15 or MQĐ40 (a plain D will do)')
    .description('Print a document of a penalty case: its fields in JSON on the standard input, the PDF on the standard output.')
    .addHelpText(
      'after',
      '\nNeeds no server and no database. Fields: config/documents/penalty.\n\nExample:\n  lachan document MQD02 < model.json > decision.pdf',
    )
    .action(async (named: string) => {
      const { Printer } = await import('../core/documents/printer.js');
      const { FORM_CODES, writtenDocument } = await import('../enforcement/documents/written.page.js');
      const form = FORM_CODES.find((code) => plain(code) === plain(named));
      if (!form) throw new Error(`There is no form ${named}; there are ${FORM_CODES.join(', ')}`);
      const model = asModel(await standardInput(LARGEST, 'document'));
      const settings = readSettings();
      const printer = new Printer(settings);
      try {
        const { html, day } = writtenDocument(form, model as Documents[FormCode], settings.timeZone);
        process.stdout.write(await printer.print(html, day));
      } catch (error) {
        throw inWords(error);
      } finally {
        await printer.close();
      }
    });
};

const plain = (code: string): string => code.normalize('NFC').toUpperCase().replace('Đ', 'D');

function asModel(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`this is not JSON: ${(error as Error).message}`);
  }
}
function inWords(error: unknown): Error {
  if (!(error instanceof Problem) || !Array.isArray(error.details.fields)) return error as Error;
  return new Error((error.details.fields as { field: string; says: string }[]).map((f) => `${f.field}: ${f.says}`).join('\n'));
}
