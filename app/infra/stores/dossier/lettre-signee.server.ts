import type { Db, Tx } from '#infra/db'

/** The signed letter that stands for a decision; null where none does. */
export const lettreSigneeDe = (db: Db | Tx, decisionId: string) =>
  db.lettreSignee.findFirst({
    where: { decisionId, retireeLe: null },
    select: {
      ...{ id: true, nomFichier: true, cle: true, taille: true, sha256: true, sha256Dessinee: true },
      ...{ deposeeLe: true, analyse: true, par: { select: { prenom: true, nom: true } } },
    },
  })
