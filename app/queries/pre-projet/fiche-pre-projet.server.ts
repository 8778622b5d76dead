import { periodeDeCampagne } from '#domain/temps/periode'
import { lireReglages, REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import type { SeancesAnnoncees } from '#domain/seance/depart'
import { champsARelire, champsSurs, lireChamps, lireNonReconnues } from '#domain/pre-projet/champs'
import { type FicheAVerifier, verifierFiche } from '#domain/pre-projet/verifications'
import { genreDe, lireGenre } from '#domain/structure/genre'
import { fromDate, jourDeParis, type Jour } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { ouvertureActuelle } from '#infra/fichier-recu'
import { premiereSeanceOuverte } from '#infra/stores/seance/a-venir'
import { recusDuFil } from '#infra/stores/courriel-recu/fil'
import { avecSonNom } from '#libelles/journal/journal'
import { etatFicheExplique, horsDelaiExplique } from '#libelles/mots'
import type { Prisma } from '#prisma'
import { dejaRecuDe } from '#queries/pre-projet/fiches-de-la-structure'

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
  titrePlie: true,
  structureId: true,
  structureNom: true,
  structureNomPlie: true,
  siret: true,
  ville: true,
  inviteLe: true,
  genre: true,
  commune: true,
  contactCourriel: true,
  dateDebut: true,
  dateFin: true,
  coutTotalCents: true,
  montantSouhaiteCents: true,
  champs: true,
  nonReconnues: true,
  campagne: {
    select: {
      code: true,
      libelle: true,
      annee: true,
      dispositif: true,
      echeanceFiche: true,
      echeanceDepot: true,
      reglages: true,
    },
  },
  agent: { select: { prenom: true, nom: true } },
  envoyes: {
    orderBy: [{ creeLe: 'desc' }, { id: 'asc' }],
    select: { id: true, sujet: true, etat: true, remisAuServeurLe: true, destinataire: true, creeLe: true },
  },
} as const satisfies Prisma.PreProjetSelect

const RECU = {
  id: true,
  de: true,
  deNom: true,
  sujet: true,
  recuLe: true,
  nature: true,
  motifNature: true,
  naturePar: true,
  version: true,
  texte: true,
  pieces: {
    orderBy: { rang: 'asc' },
    select: { id: true, nom: true, taille: true, typeMime: true, analyse: true },
  },
} as const satisfies Prisma.CourrielRecuSelect

/** The mails that brought the fiche and its versions, and those about it, the newest first. */
async function courrielsDe(db: Db, id: string) {
  const where = await recusDuFil(db, { preProjetId: id })
  const [courriels, misEnForme] = await Promise.all([
    db.courrielRecu.findMany({ where, orderBy: [{ recuLe: 'desc' }, { id: 'asc' }], select: RECU }),
    db.courrielRecu.findMany({ where: { AND: [where, { html: { not: '' } }] }, select: { id: true } }),
  ])
  return courriels.map((recu) => ({
    ...recu,
    misEnForme: misEnForme.some((lu) => lu.id === recu.id),
    pieces: recu.pieces.map(({ analyse, ...piece }) => ({ ...piece, ouverture: ouvertureActuelle(analyse) })),
  }))
}

/** Entries of the journal shown on the page of a fiche: its whole life, but for one that went on for years. */
const ENTREES_MAX = 100

type Campagne = Prisma.PreProjetGetPayload<{ select: typeof FICHE }>['campagne']

/** The days a project of the campagne may take, and who may ask. */
function reglementDe(campagne: Campagne): Pick<FicheAVerifier, 'periode' | 'genresEligibles' | 'echeanceFiche'> {
  if (!campagne) return { periode: null, genresEligibles: [], echeanceFiche: null }
  const { annee, dispositif, reglages, echeanceFiche } = campagne
  const { projetDu, projetAu, genresEligibles } = lireReglages(reglages, dispositif)
  return {
    periode: periodeDeCampagne({ projetDu, projetAu }, annee),
    genresEligibles,
    echeanceFiche: fromDate(echeanceFiche),
  }
}

/** What the règlement of its campagne says of the séances; a fiche of none reads that of a new one. */
const seancesDe = (campagne: Campagne): SeancesAnnoncees =>
  campagne ? lireReglages(campagne.reglages, campagne.dispositif) : REGLAGES_PAR_DEFAUT.MEI

/** What the words of the fiche say the structure is, and what its SIREN or its name suggests. */
function genresDe(declare: string, { siret, structureNom }: { siret: string | null; structureNom: string }) {
  return {
    genreDeclare: lireGenre(declare) ?? genreDe({ natureJuridique: declare }),
    genreSuggere: genreDe({ siren: siret?.slice(0, 9) ?? '', nom: structureNom }),
  }
}

/** One fiche whole: what was read, from which mails, what it says together and beside what came before, and its history. `today` is the day in Paris. Throws NotFound. */
export async function fichePreProjet(db: Db, id: string, today: Jour) {
  const [fiche, journal, courriels] = await Promise.all([
    db.preProjet.findUnique({ where: { id }, select: FICHE }),
    db.entreeJournal.findMany({
      where: { objet: 'pre-projet', objetId: id },
      orderBy: { id: 'desc' },
      take: ENTREES_MAX,
      select: { id: true, le: true, acteur: true, acte: true, detail: true },
    }),
    courrielsDe(db, id),
  ])
  if (!fiche) throw new NotFound('pre-projet', id)
  const { dateDebut, dateFin, campagne, ...reste } = fiche
  const champs = lireChamps(fiche.champs)
  const [dernier] = journal
  const dejaRecu = await dejaRecuDe(db, fiche)
  const verifications = verifierFiche(
    {
      ...fiche,
      ...reglementDe(campagne),
      seance: await premiereSeanceOuverte(db, seancesDe(campagne), today),
      ...genresDe(champs.genre?.valeur ?? '', fiche),
      recuLe: jourDeParis(fiche.recuLe),
      dateDebut: dateDebut && fromDate(dateDebut),
      dateFin: dateFin && fromDate(dateFin),
      avant: {
        dossiers: dejaRecu.nbDossiers,
        fiches: dejaRecu.nbFiches,
        memeProjet: dejaRecu.nbMemeProjet,
      },
    },
    today,
  )
  return {
    ...reste,
    mots: { etat: etatFicheExplique(fiche.etat), horsDelai: fiche.horsDelai ? horsDelaiExplique() : null },
    genre: lireGenre(reste.genre),
    campagne: campagne && {
      code: campagne.code,
      libelle: campagne.libelle,
      echeanceDepot: fromDate(campagne.echeanceDepot),
    },
    courriels,
    champs,
    nonReconnues: lireNonReconnues(fiche.nonReconnues),
    aRelire: champsARelire(champs),
    surs: champsSurs(champs),
    verifications,
    dejaRecu,
    dernierActe: dernier ? avecSonNom({ acteur: dernier.acteur, acte: dernier.acte, le: dernier.le }) : null,
    journal: journal.map((entree) => ({ ...entree, id: String(entree.id) })),
  }
}
