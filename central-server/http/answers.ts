import type { FastifyReply } from 'fastify';

/** What the centre answers over HTTP when it says no: a code for programs, a sentence for people. */
export const REFUSALS = {
  'request.malformed': {
    status: 400,
    sentence: 'La demande est incomplète ou mal formée.',
    english: 'The request is incomplete or malformed.',
  },
  'request.wrong-origin': {
    status: 403,
    sentence: 'Cette demande ne vient pas d’une page du siège.',
    english: 'This request does not come from a head-office page.',
  },
  'request.failed': {
    status: 500,
    sentence: 'Le serveur central n’a pas pu répondre.',
    english: 'The central server could not answer.',
  },
  'request.not-found': {
    status: 404,
    sentence: 'Cette adresse n’existe pas.',
    english: 'There is nothing at this address.',
  },
  'screens.not-built': {
    status: 503,
    sentence: 'Les écrans ne sont pas construits : lancez « npm run build ».',
    english: 'The screens are not built: run "npm run build".',
  },
  'sign-in.refused': {
    status: 401,
    sentence: 'Adresse ou mot de passe inconnu.',
    english: 'Unknown address or password.',
  },
  'sign-in.too-many': {
    status: 429,
    sentence: 'Trop d’essais : patientez une minute, puis réessayez.',
    english: 'Too many tries: wait a minute, then try again.',
  },
  'sign-in.needed': {
    status: 401,
    sentence: 'Connectez-vous pour continuer.',
    english: 'Sign in to go on.',
  },
  'enrol.bad-code': {
    status: 403,
    sentence: 'Ce code est inconnu, déjà utilisé ou expiré : demandez-en un autre au siège.',
    english: 'This code is unknown, used or expired: ask head office for another.',
  },
  'enrol.bad-key': {
    status: 400,
    sentence: 'La clé de la caisse n’est pas acceptée.',
    english: 'The key of the till is not accepted.',
  },
  'enrol.too-many': {
    status: 429,
    sentence: 'Trop d’essais : patientez une minute, puis réessayez.',
    english: 'Too many tries: wait a minute, then try again.',
  },
} as const;

export type HttpRefusal = keyof typeof REFUSALS;

export function sayNo(reply: FastifyReply, code: HttpRefusal, id?: string): FastifyReply {
  const { status, sentence, english } = REFUSALS[code];
  return reply
    .status(status)
    .send({ code, sentence, english, ...(id === undefined ? {} : { id }) });
}
