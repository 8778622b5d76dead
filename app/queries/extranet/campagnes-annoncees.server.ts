import { estAnnoncee, momentDeCampagne } from '#domain/campagne/annonce'
import { lireCas } from '#domain/campagne/exigence'
import { lireReglages, type Reglages } from '#domain/campagne/reglages'
import { manqueAuSignataire } from '#domain/courriel/signature'
import type { Dispositif } from '#domain/dispositif'
import { estAdmis, type Genre, GENRES } from '#domain/structure/genre'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { lignesDe } from '#infra/stores/campagne/version-exigences'
import { faitsDuReglement, mentionDePiece, OBJET_CAMPAGNE, phraseMoment } from '#libelles/campagne/annonce'
import { nomPourLeDemandeur } from '#libelles/piece/piece'

const LUE = {
  code: true,
  libelle: true,
  dispositif: true,
  etat: true,
  ouverteLe: true,
  echeanceFiche: true,
  echeanceDepot: true,
} as const

type Lue = {
  code: string
  libelle: string
  dispositif: Dispositif
  etat: Parameters<typeof momentDeCampagne>[0]['etat']
  ouverteLe: Date
  echeanceFiche: Date
  echeanceDepot: Date
}

function annonceDe({ code, libelle, dispositif, etat, ...dates }: Lue, now: Date) {
  const jours = {
    ouverteLe: fromDate(dates.ouverteLe),
    echeanceFiche: fromDate(dates.echeanceFiche),
    echeanceDepot: fromDate(dates.echeanceDepot),
  }
  const moment = momentDeCampagne({ etat, ...jours }, jourDeParis(now))
  return { code, libelle, objet: OBJET_CAMPAGNE[dispositif], moment, phrase: phraseMoment(moment, jours), ...jours }
}

export type Annonce = ReturnType<typeof annonceDe>

/** The campagnes that may be asked something, soonest deadline first: what anybody sees of them. */
export async function campagnesAnnoncees(db: Db, now: Date): Promise<Annonce[]> {
  const ouvertes = await db.campagne.findMany({
    where: { etat: 'OUVERTE' },
    orderBy: [{ echeanceDepot: 'asc' }, { code: 'asc' }],
    select: LUE,
  })
  return ouvertes.map((une) => annonceDe(une, now)).filter(({ moment }) => moment !== 'CLOSE')
}

/** Whom to write to: the signatory of the campagne once they are complete. */
const joindre = (signataire: Reglages['signataire']) =>
  manqueAuSignataire(signataire).length === 0
    ? { service: signataire.service, telephone: signataire.telephone, courriel: signataire.courriel }
    : null

/**
 * What anybody may read of one campagne, and the pièces asked of a structure of this genre, in the portal's words. Throws NotFound, for one that
 * is prepared or put away too.
 */
export async function campagneAnnoncee(db: Db, code: string, { now, genre }: { now: Date; genre: Genre | null }) {
  const campagne = await db.campagne.findUnique({ where: { code }, select: { ...LUE, id: true, reglages: true } })
  if (!campagne || !estAnnoncee(campagne)) throw new NotFound('campagne', code)
  const reglages = lireReglages(campagne.reglages, campagne.dispositif)
  const genres = GENRES.filter((un) => estAdmis(un, reglages.genresEligibles))
  const choisi = genre && genres.includes(genre) ? genre : null
  return {
    ...annonceDe(campagne, now),
    genres,
    genre: choisi,
    faits: faitsDuReglement(reglages),
    joindre: joindre(reglages.signataire),
    pieces: choisi === null ? null : await piecesDe(db, campagne.id, choisi),
  }
}

/** What the version in force asks of this genre, what is always asked first. */
async function piecesDe(db: Db, campagneId: string, genre: Genre) {
  const enVigueur = await db.versionExigences.findFirst({
    where: { campagneId, publieeLe: { not: null } },
    orderBy: { numero: 'desc' },
    select: { id: true },
  })
  const lignes = await lignesDe(db, enVigueur?.id ?? null)
  return lignes
    .filter((ligne) => ligne.genre === genre)
    .map((ligne) => {
      const { code, exigence } = ligne
      return { code, nom: nomPourLeDemandeur(code), mention: mentionDePiece(exigence, lireCas(ligne.condition)) }
    })
    .sort((a, b) => Number(a.mention !== null) - Number(b.mention !== null))
}
