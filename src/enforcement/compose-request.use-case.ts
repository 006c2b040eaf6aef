import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Clock } from '../core/clock/clock.js';
import type { Tx } from '../core/database/db.js';
import { fill } from '../core/documents/blanks.js';
import { invalid } from '../core/problem/invalid.js';
import { Problem } from '../core/problem/problem.js';
import { glossary } from '../core/glossary/glossary.js';
import { DELIVERY_WAYS, type DeliveryWays } from './deliveries/delivery-way.js';
import { legalBasis, takedownTable, templates } from './enforcement-table.js';
import { ExplainLinks } from './explain-links.use-case.js';
import { GroundRepository } from './ground.repository.js';
import { itemOfLink, lineOfItem, lineOfLink } from './letter-items.js';
import { asSeen, ownWordsFault } from './own-words.js';
import { itemsText, templateFor, type Language, type Template } from './request-text.js';
import type { RequestContent } from './takedown.js';
import type { TakedownKind } from './takedown.flow.js';
import './problems.js';

/** What a request is made from; the rest the house fills from the case. */
export interface Wanted {
  kind: TakedownKind;
  reference: string;
  caseId: string;
  caseNumber: string;
  platform: string;
  way: string;
  recipient: string;
  language: Language;
  legalBasis: string | null;
  /** what stood in the blanks before */
  fields: Record<string, string>;
  /** the links that these answered for */
  formerly: string[];
  /** what a person writes into them now */
  typed: Record<string, string>;
  addressIds: string[];
  withdrawn: RequestContent | null;
}

/** Writes the content of a request: the template with what the case knows and what a person filled in. */
@Injectable()
export class ComposeRequest {
  constructor(
    private readonly ground: GroundRepository,
    private readonly explaining: ExplainLinks,
    private readonly clock: Clock,
    @Inject(DELIVERY_WAYS) private readonly ways: DeliveryWays,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Tx, w: Wanted): Promise<RequestContent> {
    const template = templateFor(templates, w.kind, w.language, w.platform);
    if (!template) throw new Problem('no-template', { language: w.language });
    const way = this.ways.get(w.way);
    if (!way?.reaches(w.recipient) || ownWordsFault(w.recipient, { links: true }, takedownTable.own_words))
      throw new Problem('bad-recipient', { way: w.way });
    const own = ownWords(template, w.typed);
    const { links, before } = w.withdrawn ? { links: [], before: [] } : await this.links(tx, w);
    const asked = w.withdrawn?.items;
    const written = { ...w.fields, ...own };
    const explained = w.withdrawn ? {} : await this.explaining.run(tx, links, { fields: written, links: before });
    const { office } = takedownTable;
    const basis = legalBasis(w.legalBasis);
    if (w.legalBasis !== null && !basis) throw invalid({ path: 'legalBasis', rule: 'isIn', message: 'there is no such legal basis' });
    const values = {
      contact: office.contact,
      ...filled({ ...written, ...explained }),
      ...filled(own),
      office: office.name[w.language],
      place: office.place[w.language],
      date: this.date(await this.clock.now(tx), w.language),
      reference: w.reference,
      case: w.caseNumber,
      recipient: w.recipient,
      withdrawn: w.withdrawn?.reference,
      citation: basis?.citation[w.language],
      action: basis?.action[w.language],
      items: itemsText(template, asked ? asked.map(lineOfItem) : links.map((l) => lineOfLink(l, this.config.timeZone))),
    };
    const fields = Object.fromEntries(
      Object.keys(template.blanks).map((name) => [name, (values as Record<string, string | undefined>)[name] ?? '']),
    );
    return {
      format: 1,
      kind: w.kind,
      reference: w.reference,
      caseNumber: w.caseNumber,
      withdraws: w.withdrawn?.reference ?? null,
      platform: w.platform,
      way: w.way,
      recipient: w.recipient,
      language: w.language,
      legalBasis: w.legalBasis,
      template: { form: template.form, version: template.version },
      fields,
      subject: fill(template.subject, values),
      body: fill(template.body, values).trimEnd(),
      items: asked ?? links.map(itemOfLink),
    };
  }

  private async links(tx: Tx, w: Wanted) {
    const found = await this.ground.links(tx, w.caseId);
    // the platform stands in the public log: nothing comes there that somebody merely typed
    if (!(w.platform in glossary.platform) && !found.some((l) => l.platform === w.platform))
      throw new Problem('unknown-platform', { platform: w.platform });
    const known = new Map(found.map((l) => [l.addressId, l]));
    const before = w.formerly.flatMap((id) => known.get(id) ?? []);
    const links = [...new Set(w.addressIds)].map((id) => {
      const link = known.get(id);
      if (!link) throw new Problem('foreign-link', { addressId: id });
      if (link.platform && link.platform !== w.platform) throw new Problem('other-platform', { addressId: id, platform: link.platform });
      return link;
    });
    return { links, before };
  }
  private date(at: Date, language: Language): string {
    return new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
      timeZone: this.config.timeZone,
      day: '2-digit',
      month: language === 'vi' ? '2-digit' : 'long',
      year: 'numeric',
    }).format(at);
  }
}
/** What a person wrote, as people see it; refused with every fault where it is no such thing. */
function ownWords(template: Template, typed: Record<string, string>): Record<string, string> {
  const errors = Object.entries(typed).flatMap(([name, text]) => {
    const fault = Object.hasOwn(template.blanks, name)
      ? ownWordsFault(text, template.blanks[name], takedownTable.own_words)
      : { rule: 'whitelistValidation' as const, message: `the text has no blank ${name}` };
    return fault ? [{ path: `fields.${name}`, ...fault }] : [];
  });
  if (errors.length > 0) throw invalid(...errors);
  return Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, asSeen(text)]));
}
const filled = (fields: Record<string, string>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim()));
