import { Readable } from 'node:stream'
import { type Agent, requireDroit } from '#domain/acces/droits'
import { jourDeParis } from '#domain/temps/jour'
import { heureDeParis } from '#domain/temps/instant'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { lettreSigneeDe } from '#infra/stores/dossier/lettre-signee'
import { recusDuFil } from '#infra/stores/courriel-recu/fil'
import { bilansRendus } from '#infra/stores/suite-accord/bilan-rendu'
import { archiverPieces, type FichierAArchiver } from '#fichiers/archive/archive-de-pieces'
import { motDuCourriel } from '#libelles/courriel/courriel'
import { texteDuCourriel } from '#libelles/courriel/courriel-en-texte'
import { motsDesAbsents } from '#libelles/lot-actes/archive'
import { nomDuFichierDeBilan } from '#libelles/suite-accord/fichier-de-bilan'
import { courrielRecu } from '#queries/courriel-recu/originaux-recus'
import { resumeDossier } from '#queries/dossier/resume-dossier'
import { csvDuJournal } from '#queries/rapport/export-journal'
import { fichierAArchiver, PIECES_A_ARCHIVER, piecesAArchiver } from '#queries/piece/pieces-a-archiver'

/** Mails read at once. */
const PAQUET = 50

/** A file of ours, made when its turn comes; absent when it cannot be made. */
const fichierFait = (
  segments: readonly string[],
  faire: () => Promise<string | Uint8Array | null>,
): FichierAArchiver => ({
  segments,
  ouvrir: async () => {
    const fait = await faire()
    return fait === null ? null : Readable.from([Buffer.from(fait)])
  },
})

/** The name of a mail in its folder: its instant first, so that the folder reads as the thread does. */
const nomDuCourriel = (le: Date, sens: string, sujet: string, extension: string): string =>
  `${jourDeParis(le)} ${heureDeParis(le).replace(':', 'h')} - ${sens} - ${sujet.slice(0, 80) || 'sans objet'}${extension}`

const COURRIELS = 'Courriels'
const BILAN = 'Bilan'
const REMPLACEES = 'Versions remplacées'

async function* courrielsRecus({ db, storage }: DepsFichiers, dossierId: string): AsyncGenerator<FichierAArchiver> {
  const recus = await db.courrielRecu.findMany({
    where: await recusDuFil(db, { dossierId }),
    orderBy: [{ recuLe: 'asc' }, { id: 'asc' }],
    select: { id: true, sujet: true, recuLe: true },
  })
  for (const { id, sujet, recuLe } of recus) {
    const { nom, ...fichier } = await courrielRecu(db, { id })
    const extension = /\.(?:eml|msg)$/i.exec(nom)?.[0].toLowerCase() ?? '.eml'
    yield fichierAArchiver(storage, [COURRIELS, nomDuCourriel(recuLe, 'reçu', sujet, extension)], fichier)
  }
}

async function* courrielsEcrits(db: Db, dossierId: string): AsyncGenerator<FichierAArchiver> {
  for (let skip = 0; ; skip += PAQUET) {
    const ecrits = await db.courriel.findMany({
      where: { dossierId },
      orderBy: [{ creeLe: 'asc' }, { id: 'asc' }],
      skip,
      take: PAQUET,
      select: { sujet: true, texte: true, destinataire: true, destinataireNom: true, etat: true, acteur: true, creeLe: true, envoyeLe: true, remisAuServeurLe: true }, // prettier-ignore
    })
    for (const courriel of ecrits)
      yield fichierFait(
        [
          COURRIELS,
          nomDuCourriel(
            courriel.envoyeLe ?? courriel.creeLe,
            motDuCourriel(courriel).toLowerCase(),
            courriel.sujet,
            '.txt',
          ),
        ],
        () => Promise.resolve(texteDuCourriel(courriel)),
      )
    if (ecrits.length < PAQUET) return
  }
}

/** What was given with each bilan that was sent, the last in its folder; what is still being written is its structure's alone. */
async function* fichiersDesBilans({ db, storage }: DepsFichiers, dossierId: string): AsyncGenerator<FichierAArchiver> {
  const rendus = (await bilansRendus(db, dossierId)).filter(({ renduLe }) => renduLe !== null)
  for (const [avant, { rang, fichiers }] of rendus.entries()) {
    const dossier = avant === 0 ? [BILAN] : [BILAN, REMPLACEES, `Version ${rang}`]
    for (const fichier of fichiers)
      yield fichierAArchiver(storage, [...dossier, `${nomDuFichierDeBilan(fichier)} - ${fichier.nomFichier}`], fichier)
  }
}

async function* fichiersDuDossier(
  deps: DepsFichiers,
  agent: Agent,
  dossierId: string,
): AsyncGenerator<FichierAArchiver> {
  const { db, storage } = deps
  yield fichierFait(['Résumé du dossier.pdf'], async () => {
    const resume = await resumeDossier(deps, agent, dossierId)
    return resume.ok ? resume.value : null
  })
  const decision = await db.decision.findUnique({ where: { dossierId }, select: { id: true } })
  const signee = decision && (await lettreSigneeDe(db, decision.id))
  if (signee) yield fichierAArchiver(storage, ['Lettre de décision signée.pdf'], signee)
  const pieces = await db.piece.findMany({ where: { dossierId }, ...PIECES_A_ARCHIVER })
  yield* piecesAArchiver(storage, pieces, { dossier: 'Pièces', anciennes: REMPLACEES })
  yield* fichiersDesBilans(deps, dossierId)
  yield* courrielsRecus(deps, dossierId)
  yield* courrielsEcrits(db, dossierId)
  yield fichierFait(['Journal.csv'], () => csvDuJournal(db, { objet: 'dossier', q: dossierId }))
}

/**
 * Everything that is kept of a dossier as one zip, written as it is read: its résumé, the signed letter of its decision, the pièces with the versions they replaced, the files of its bilan, the mails
 * received as they came and those written as texts, and its journal. What may not be opened, or is gone, is named in a last file.
 */
export function archiveDossier(deps: DepsFichiers, agent: Agent, dossierId: string): Readable {
  for (const droit of ['dossier.lire', 'piece.lire', 'courriel.lire', 'journal.lire'] as const)
    requireDroit(agent, droit)
  return archiverPieces(fichiersDuDossier(deps, agent, dossierId), motsDesAbsents)
}
