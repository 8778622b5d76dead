import { champsARelire, champsSurs, lireChamps } from '#domain/pre-projet/champs'
import { verifierFiche } from '#domain/pre-projet/verifications'
import { fromDate, jourDeParis, type Jour } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import type { Prisma } from '#prisma'

const FICHE = {
  id: true,
  version: true,
  etat: true,
  avis: true,
  avisTexte: true,
  avisLe: true,
  recuLe: true,
  horsDelai: true,
  titre: true,
  structureNom: true,
  siret: true,
  genre: true,
  commune: true,
  contactCourriel: true,
  dateDebut: true,
  dateFin: true,
  coutTotalCents: true,
  montantSouhaiteCents: true,
  champs: true,
  campagne: { select: { code: true, libelle: true, echeanceFiche: true } },
  agent: { select: { prenom: true, nom: true } },
  structure: {
    select: {
      nom: true,
      dossiers: {
        where: { numero: { not: null } },
        orderBy: { numero: 'desc' },
        take: 5,
        select: { numero: true, objet: true },
      },
    },
  },
  courriels: {
    orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      de: true,
      deNom: true,
      sujet: true,
      recuLe: true,
      nature: true,
      motifNature: true,
      texte: true,
      nomFichier: true,
      pieces: { orderBy: { rang: 'asc' }, select: { id: true, nom: true, taille: true, typeMime: true } },
    },
  },
  envoyes: {
    orderBy: [{ creeLe: 'desc' }, { id: 'asc' }],
    select: { id: true, sujet: true, etat: true, destinataire: true, creeLe: true },
  },
} as const satisfies Prisma.PreProjetSelect

/** Entries of the journal shown on the page of a fiche: its whole life, but for one that went on for years. */
const ENTREES_MAX = 100

/** One fiche whole: what was read, from which mails, what it says together, and its history. `today` is the day in Paris. Throws NotFound. */
export async function fichePreProjet(db: Db, id: string, today: Jour) {
  const [fiche, journal] = await Promise.all([
    db.preProjet.findUnique({ where: { id }, select: FICHE }),
    db.entreeJournal.findMany({
      where: { objet: 'pre-projet', objetId: id },
      orderBy: { id: 'desc' },
      take: ENTREES_MAX,
      select: { id: true, le: true, acteur: true, acte: true, detail: true },
    }),
  ])
  if (!fiche) throw new NotFound('pre-projet', id)
  const { dateDebut, dateFin, campagne, ...reste } = fiche
  const champs = lireChamps(fiche.champs)
  const verifications = verifierFiche(
    {
      ...fiche,
      recuLe: jourDeParis(fiche.recuLe),
      echeanceFiche: campagne && fromDate(campagne.echeanceFiche),
      dateDebut: dateDebut && fromDate(dateDebut),
      dateFin: dateFin && fromDate(dateFin),
    },
    today,
  )
  return {
    ...reste,
    campagne,
    champs,
    aRelire: champsARelire(champs),
    surs: champsSurs(champs),
    verifications,
    journal: journal.map((entree) => ({ ...entree, id: String(entree.id) })),
  }
}

/** A file that came with a mail of this fiche. Throws NotFound, for a file of another fiche too. */
export async function pieceJointe(db: Db, { preProjetId, pieceId }: { preProjetId: string; pieceId: string }) {
  const piece = await db.pieceJointe.findFirst({
    where: { id: pieceId, courrielRecu: { preProjetId } },
    select: { cle: true, nom: true, typeMime: true },
  })
  if (!piece) throw new NotFound('piece-jointe', pieceId)
  return piece
}

/** A mail of this fiche, as it arrived. Throws NotFound. */
export async function courrielRecu(db: Db, { preProjetId, courrielId }: { preProjetId: string; courrielId: string }) {
  const courriel = await db.courrielRecu.findFirst({
    where: { id: courrielId, preProjetId },
    select: { cle: true, nomFichier: true },
  })
  if (!courriel) throw new NotFound('courriel-recu', courrielId)
  return courriel
}
