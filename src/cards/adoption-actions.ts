import { z } from 'zod';
import { communeId, draftId } from '../domain/ids.ts';
import { aboutUseCase } from './payload-keys.ts';
import { TypedField } from './typed-field.ts';

const CommuneKey = z
  .string()
  .regex(/^\d{8}$/)
  .transform(communeId);

/** `draftId`: a draft of a registration; the person found that this use case is the same, and what they typed is taken over. */
const aboutAdoption = {
  ...aboutUseCase,
  draftId: z.string().max(200).transform(draftId).exactOptional(),
};

/** "Wir machen das auch". */
export const adoptionActions = [
  /** `commune`: another than the own one, which organisers may enter. */
  z.object({ verb: z.literal('adoption.offer'), ...aboutAdoption, commune: CommuneKey.exactOptional() }),
  z.object({ verb: z.literal('adoption.offerCommunes'), ...aboutAdoption }),
  /** Chosen in a field: missing when nothing was, `none` for no commune of the list. */
  z.object({
    verb: z.literal('adoption.chooseCommune'),
    ...aboutAdoption,
    commune: z.string().max(8).exactOptional(),
  }),
  z.object({
    verb: z.literal('adoption.save'),
    ...aboutAdoption,
    /** The one that the form was for. */
    commune: CommuneKey,
    stage: z.string().max(40).exactOptional(),
    since: TypedField,
    contact: z.string().max(40).exactOptional(),
    mailbox: TypedField,
    note: TypedField,
  }),
  z.object({ verb: z.literal('adoption.askToWithdraw'), ...aboutUseCase, commune: CommuneKey }),
  z.object({ verb: z.literal('adoption.withdraw'), ...aboutUseCase, commune: CommuneKey }),
] as const;
