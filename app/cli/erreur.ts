import { Conflict, NotFound } from '#infra/errors'
import { logger } from '#infra/logger'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Codes of node and of Postgres, and what each means to the person at the terminal. */
const SENTENCES: Record<string, string> = {
  ENOENT: 'Ce fichier n’existe pas, ou plus.',
  EACCES: 'Ce fichier ou ce dossier n’est pas accessible à cet utilisateur.',
  EISDIR: 'Un fichier est attendu ici, et non un dossier.',
  ECONNREFUSED: 'La base de données ne répond pas\u00a0: vérifiez DATABASE_URL.',
  ENOTFOUND: 'Le serveur de la base de données est introuvable\u00a0: vérifiez DATABASE_URL.',
  ETIMEDOUT: 'La base de données ne répond pas\u00a0: vérifiez DATABASE_URL.',
  '28P01': 'La base de données refuse ce mot de passe\u00a0: vérifiez DATABASE_URL.',
  '28000': 'La base de données refuse ce compte\u00a0: vérifiez DATABASE_URL.',
  '3D000': 'Cette base de données n’existe pas\u00a0: vérifiez DATABASE_URL.',
}

/** What a person at the terminal reads of an error; what nobody foresaw is logged whole and told in one sentence. */
export function sentenceOf(error: unknown): string {
  if (error instanceof NotFound) return `Introuvable\u00a0: ${error.objet} ${error.objetId}.`
  if (error instanceof Conflict) return `Modifié entre-temps\u00a0: ${error.objet} ${error.objetId}. Recommencez.`
  const known = SENTENCES[codeOf(error)]
  if (known) return error instanceof Error && 'path' in error ? `${known} (${String(error.path)})` : known
  logger.error({ err: error }, 'command failed')
  return 'La commande a échoué\u00a0: le détail est sur la sortie d’erreur.'
}
