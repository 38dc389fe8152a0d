import type { AnnouncementTemplate } from '../domain/announcement-template.ts';
import type { ListTemplatesResult } from '../features/announcements/list-templates.ts';
import { announcementTemplateTexts as texts } from '../texts/announcement-template-texts.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';

const { form } = announcementTexts;
const unchecked = { associatedInputs: 'none' };

type Listed = ListTemplatesResult & { readonly kind: 'listed' };

/** So many of the longest names stay below 25 KB. */
const mostChoices = 80;

/** The templates of the asker: one is chosen, then used or removed. */
export function announcementTemplateCard({ templates, removed }: Listed, surface: Surface): Card {
  const sentence = texts.listed(templates.length);
  const shown = templates.slice(0, mostChoices);
  const hidden = templates.length - shown.length;
  return card({
    fallbackText: sentence,
    body: [
      ...(removed === undefined ? [] : [literal([{ text: texts.removed(removed.content.title) }])]),
      heading(sentence),
      ...(shown.length === 0
        ? [text(texts.noneYet)]
        : [
            templateInput(shown),
            ...(hidden > 0 ? [smallText(texts.more(hidden))] : []),
            ...buttonRows([
              act(surface, texts.use, 'announcement.offerForm', {}),
              act(surface, texts.remove, 'announcement.removeTemplate', {}, { tooltip: texts.removeMore }),
            ]),
          ]),
    ],
    actions: [
      act(surface, shown.length === 0 ? form.create : texts.without, 'announcement.offerForm', {}, unchecked),
    ],
  });
}

function templateInput(templates: readonly AnnouncementTemplate[]): Element {
  return {
    type: 'Input.ChoiceSet',
    id: 'templateId',
    label: texts.which,
    style: 'compact',
    placeholder: texts.placeholder,
    choices: templates.map(({ id, content, createdAt }) => ({
      title: texts.choice(content.title, createdAt),
      value: id,
    })),
    isRequired: true,
    errorMessage: texts.missing,
  };
}
