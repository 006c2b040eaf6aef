import { publicPage } from '../../core/pages/layout.page.js';
import { publicTexts, say, type Language } from '../../core/pages/texts.js';
import type { ReportFormDto } from '../report.dto.js';

interface Form {
  language: Language;
  key: string;
  megabytes: number;
  typed?: Partial<ReportFormDto>;
  fault?: string;
}

/** Which field a fault is about. */
const FIELD_OF: Record<string, 'url' | 'picture'> = {
  'nothing-reported': 'url',
  'too-long': 'url',
  'not-a-url': 'url',
  'unsupported-scheme': 'url',
  credentials: 'url',
  'private-address': 'url',
  'bad-picture': 'picture',
};

/** The public form. After a fault it comes back with everything that was typed. */
export function reportFormPage({ language, key, megabytes, typed = {}, fault }: Form): string {
  const t = (name: string) => say(publicTexts.form[name], language, { megabytes });
  const wrong = (field: 'url' | 'picture') =>
    fault && FIELD_OF[fault] === field ? { 'aria-invalid': true, 'aria-describedby': 'fault', autoFocus: true } : {};
  return publicPage({
    title: fault ? `${t('fault')}: ${t('title')}` : t('title'),
    heading: t('title'),
    language,
    path: '/',
    body: (
      <>
        <p>{t('intro')}</p>
        {fault && (
          <p className="fault" role="alert" id="fault">
            {say(publicTexts.faults[fault] ?? publicTexts.faults.invalid, language)}
          </p>
        )}
        <form method="post" action="/report" encType="multipart/form-data">
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="lang" value={language} />
          <label htmlFor="url">
            {t('link')} <small>{t('link_hint')}</small>
          </label>
          <input
            id="url"
            name="url"
            type="text"
            inputMode="url"
            maxLength={16000}
            autoComplete="off"
            defaultValue={typed.url}
            {...wrong('url')}
          />
          <label htmlFor="text">{t('text')}</label>
          <textarea id="text" name="text" defaultValue={typed.text} />
          <label htmlFor="picture">
            {t('picture')} <small>{t('picture_hint')}</small>
          </label>
          <input id="picture" name="picture" type="file" accept="image/png,image/jpeg,image/webp,image/gif" {...wrong('picture')} />
          <label htmlFor="note">
            {t('note')} <small>{t('optional')}</small>
          </label>
          <textarea id="note" name="note" maxLength={4000} defaultValue={typed.note} />
          <fieldset>
            <legend>
              {t('contact')} <small>{t('contact_hint')}</small>
            </legend>
            <div className="pair">
              <div>
                <label htmlFor="name">{t('name')}</label>
                <input id="name" name="contact[name]" maxLength={200} autoComplete="name" defaultValue={typed.contact?.name} />
              </div>
              <div>
                <label htmlFor="phone">{t('phone')}</label>
                <input
                  id="phone"
                  name="contact[phone]"
                  maxLength={50}
                  inputMode="tel"
                  autoComplete="tel"
                  defaultValue={typed.contact?.phone}
                />
              </div>
            </div>
          </fieldset>
          <button type="submit">{t('send')}</button>
        </form>
        <p className="again">
          <a href="/receipt">{t('follow')}</a>
          <br />
          <a href="/dinh-chinh">{t('corrections')}</a>
          <br />
          <a href="/statistics">{t('open')}</a>
        </p>
      </>
    ),
  });
}
