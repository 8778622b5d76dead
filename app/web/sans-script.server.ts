import { Forbidden } from '#domain/acces/droits'
import { Conflict, NotFound } from '#infra/errors'
import { phraseInterdit } from '#libelles/acces'
import { pageDeRetour } from '#web/retour'

/** What is said of a page or an act while the database does not answer. */
export const BASE_ABSENTE =
  'La base de données ne répond pas en ce moment. Rechargez la page dans une minute, et vérifiez que votre dernière action est enregistrée.'

/** True for a browser that goes somewhere; a script that asks for data takes anything. */
export const veutUnePage = (request: Request) => /^$|text\/html/.test(request.headers.get('Accept') ?? '')

/** True when a browser sent a form by itself to an address that only acts: what it is answered is what the officer sees. */
export const attendUnePage = async (request: Request): Promise<boolean> =>
  /text\/html/.test(request.headers.get('Accept') ?? '') &&
  (await pageDeRetour(new URL(request.url).pathname, '')) === ''

const PAS_PRETE =
  'La page n’avait pas fini de s’ouvrir\u00a0: rien n’a été enregistré, et ce que vous aviez écrit n’a pas été lu. Recommencez.'

/** What such a browser is told of an answer meant for a form: its sentences, or that the page was not ready to show it. */
export function phraseDe(reponse: object): string {
  const soumission: unknown = 'soumission' in reponse ? reponse.soumission : null
  const error: unknown =
    typeof soumission === 'object' && soumission !== null && 'error' in soumission ? soumission.error : null
  const phrases = typeof error === 'object' && error !== null ? Object.values(error).flat() : []
  return phrases.length > 0 ? phrases.join(' ') : PAS_PRETE
}

/** The same of what an act may throw; null for what nobody expected. */
export function phraseDErreur(error: unknown): string | null {
  if (error instanceof Forbidden) return phraseInterdit(error.droit)
  if (error instanceof NotFound) return 'Rien n’a été enregistré\u00a0: cet élément n’existe pas, ou plus.'
  return error instanceof Conflict
    ? 'Rien n’a été enregistré\u00a0: cet élément a changé pendant que vous le regardiez.'
    : null
}
