import { ACCEPTED_EXTENSIONS } from '#shared/domain/attachments/media-type';
import { type Markup, html } from '#shared/kernel/markup';
import { type Frame, textsOf } from '#web/frame';
import type { Texts } from '#web/texts/fi';

/** Names of what can be filled in wrong. */
export type FieldName = keyof Texts['errors'];

/** Faults that are not called by the name of their field, with the field each is shown at. */
const PLACES = {
  filesMany: 'files',
  filesLarge: 'files',
  filesType: 'files',
  nobody: 'holderId',
  agentPower: 'agentId',
} as const satisfies Partial<Record<FieldName, string>>;

/** A form as it was sent: what each field held, and which of them are wrong. */
export interface Filled {
  readonly values: Readonly<Partial<Record<FieldName | 'language' | 'noticeEmail' | 'files', string>>>;
  readonly wrong: readonly FieldName[];
}

export const EMPTY: Filled = { values: {}, wrong: [] };

interface FormParts {
  /** Path below the pages' own. */
  readonly action: string;
  readonly body: Markup;
  /** @default false */
  readonly hasFiles?: boolean;
}

/** A form that proves where it comes from. Browsers check nothing: what is wrong is told in words by the page. */
export function renderForm({ base, visitor }: Frame, { action, body, hasFiles = false }: FormParts): Markup {
  const encoding = hasFiles ? html` enctype="multipart/form-data"` : undefined;
  return html`<form method="post" action="${base}${action}" novalidate${encoding}>
    <input type="hidden" name="token" value="${visitor?.formToken}" />${body}
  </form>`;
}

interface FieldParts {
  readonly name: Extract<FieldName, keyof Texts['fields']> | 'noticeEmail';
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly type?: 'text' | 'email' | 'area';
  readonly autocomplete?: string;
  readonly isShort?: boolean;
}

/** A label, a hint, what is wrong, and the field itself; each is tied to it for who does not see. */
export function renderField(frame: Frame, filled: Filled, parts: FieldParts): Markup {
  const texts = textsOf(frame);
  const { name, hint, isOptional = false } = parts;
  const error = wrongIn(filled, name);
  const told = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error ? [`${name}-wrong`] : [])].join(' ');
  return html`<div class="field">
    <label for="${name}">${texts.fields[name]}${isOptional ? ` ${texts.optional}` : ''}</label>
    ${hint === undefined ? undefined : html`<span class="hint" id="${name}-hint">${hint}</span>`}
    ${error && html`<span class="wrong" id="${name}-wrong">${texts.errorPrefix}${texts.errors[error]}</span>`}
    ${controlOf(parts, { value: filled.values[name] ?? '', told, isWrong: error !== undefined })}
  </div>`;
}

interface ControlState {
  readonly value: string;
  /** Ids of what describes it. */
  readonly told: string;
  readonly isWrong: boolean;
}

function controlOf({ name, type = 'text', autocomplete, isShort = false }: FieldParts, state: ControlState): Markup {
  const { value, told, isWrong } = state;
  const wrong = isWrong ? html` aria-invalid="true"` : undefined;
  const described = told === '' ? undefined : html` aria-describedby="${told}"`;
  const filling = autocomplete === undefined ? undefined : html` autocomplete="${autocomplete}"`;
  const short = isShort ? html` class="short"` : undefined;
  if (type === 'area')
    return html`<textarea id="${name}" name="${name}" ${described}${wrong}>${area(value)}</textarea>`;
  return html`<input
    id="${name}"
    name="${name}"
    type="${type}"
    value="${value}"
    ${described}${wrong}${filling}${short}
  />`;
}

/**
 * Files from the device of the reader. Which of them were refused is told by name; a browser forgets them all when the form
 * is shown again.
 */
export function renderFiles(frame: Frame, filled: Filled): Markup {
  const texts = textsOf(frame);
  const fault = filled.wrong.find((each) => shownAt(each) === 'files');
  const { files: refused } = filled.values;
  const told = fault ? 'files-hint files-wrong' : 'files-hint';
  return html`<div class="field">
    <label for="files">${texts.fields.files} ${texts.optional}</label>
    <span class="hint" id="files-hint"
      >${texts.fields.filesHint}${filled.wrong.length > 0 ? ` ${texts.fields.filesAgain}` : ''}</span
    >
    ${
      fault &&
      html`<span class="wrong" id="files-wrong"
        >${texts.errorPrefix}${texts.errors[fault]}${refused === undefined ? '' : `: ${refused}`}</span
      >`
    }
    <input
      id="files"
      name="files"
      type="file"
      multiple
      accept="${ACCEPTED}"
      aria-describedby="${told}"
      ${fault && html` aria-invalid="true"`}
    />
  </div>`;
}

const ACCEPTED = ACCEPTED_EXTENSIONS.map((each) => `.${each}`).join(',');

/** A browser swallows the first line break of an area. */
function area(value: string): string {
  return `\n${value}`;
}

/** What is wrong at a field, the first of it. */
export function wrongIn({ wrong }: Filled, name: string): FieldName | undefined {
  return wrong.find((each) => shownAt(each) === name) ?? (name === 'noticeEmail' ? emailIn(wrong) : undefined);
}

function emailIn(wrong: readonly FieldName[]): FieldName | undefined {
  return wrong.find((each) => each === 'email');
}

const PLACE_OF: Partial<Record<FieldName, string>> = PLACES;

/** Id of the field that a fault is shown at. */
function shownAt(fault: FieldName): string {
  return PLACE_OF[fault] ?? fault;
}

/** What is wrong, first on the page and with the keyboard on it; each line leads to its field. */
export function renderErrors(
  frame: Frame,
  { wrong }: Filled,
  more: Partial<Record<FieldName, string>> = {},
): Markup | undefined {
  if (wrong.length === 0) return undefined;
  const texts = textsOf(frame);
  const lines = wrong.map((name) => html`<li><a href="#${more[name] ?? shownAt(name)}">${texts.errors[name]}</a></li>`);
  return html`<div class="notice bad" role="alert" tabindex="-1" autofocus>
    <h2>${texts.errorSummary}</h2>
    <ul>
      ${lines}
    </ul>
  </div>`;
}

interface PickParts {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** One of several choices, or a yes. */
export function renderPick({ type, id, name, value, text, isChosen }: PickParts): Markup {
  return html`<div class="pick">
    <input type="${type}" id="${id}" name="${name}" value="${value}" ${isChosen ? html` checked` : undefined} />
    <label for="${id}">${text}</label>
  </div>`;
}

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export function renderSelect(
  { name, label }: { readonly name: string; readonly label: string },
  options: readonly Option[],
): Markup {
  const each = options.map(
    ({ value, text, isChosen }) =>
      html`<option value="${value}" ${isChosen ? html` selected` : undefined}>${text}</option>`,
  );
  return html`<div class="field">
    <label for="${name}">${label}</label
    ><select id="${name}" name="${name}">
      ${each}
    </select>
  </div>`;
}
