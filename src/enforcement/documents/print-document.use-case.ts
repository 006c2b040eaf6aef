import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Printer } from '../../core/documents/printer.js';
import { EvidenceStore, type Stored } from '../../core/evidence/store.js';
import type { Documents, FormCode } from './models.js';
import type { PrintSetup } from './print-setup.js';
import { writtenDocument, type WrittenDocument } from './written.page.js';

/** Bytes in the evidence store, ready to be sealed as an item of the kind `document`. */
export type PrintedDocument = Stored & Omit<WrittenDocument, 'html'> & { mediaType: 'application/pdf' };

/** Prints a document and keeps its bytes. The browser is outside: call it in no transaction. A model printed again gives the same bytes. */
@Injectable()
export class PrintDocument {
  constructor(
    private readonly printer: Printer,
    private readonly store: EvidenceStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async print<F extends FormCode>(form: F, model: Documents[F], by: PrintSetup | null = null): Promise<PrintedDocument> {
    const { html, ...about } = writtenDocument(form, model, this.config.timeZone, { by });
    return { ...about, ...(await this.store.put(await this.printer.print(html, about.day))), mediaType: 'application/pdf' };
  }
}
