import { formatDayAndTime } from './format.ts';

export const acknowledgementTexts = {
  readAt: (at: number) => `Gelesen am ${formatDayAndTime(at)}`,
  thanks: (title: string) => `Danke, „${title}“ ist als gelesen bestätigt.`,
  already: (at: number) => `Das haben Sie schon bestätigt, am ${formatDayAndTime(at)}.`,
  notRecipient:
    'Bestätigen kann hier nur, wer diese Ankündigung bekommen hat. Sie ist nicht an Sie oder an diesen Kanal gegangen.',
};
