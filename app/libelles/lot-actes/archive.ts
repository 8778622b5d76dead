import { compter } from '#domain/nombre'

/** What the last file of an archive says of those that are not in it. */
export const motsDesAbsents = (absents: readonly string[]): string =>
  [
    `${compter(absents.length, 'fichier n’est pas', 'fichiers ne sont pas')} dans cette archive\u00a0: infecté, en attente de l’antivirus, ou introuvable sur le serveur.`,
    'La page de chaque dossier dit pourquoi.',
    '',
    ...absents,
    '',
  ].join('\r\n')
