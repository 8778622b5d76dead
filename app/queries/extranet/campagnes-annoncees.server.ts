import { estAnnoncee, momentDeCampagne } from '#domain/campagne/annonce'
import { lireCas, nonExigees } from '#domain/campagne/exigence'
import type { Reglages } from '#domain/campagne/reglages'
import { blocsDuReglement } from '#domain/campagne/texte-de-reglement'
import { estSignataireEntier } from '#domain/courriel/signature'
import { estAdmis, type Genre, GENRES } from '#domain/structure/genre'
import { jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { campagneDuCode, lignesDe, reglementDe } from '#infra/stores/campagne/version-exigences'
import {
  datesDeCampagne,
  faitsDuReglement,
  mentionDePiece,
  OBJET_CAMPAGNE,
  phraseMoment,
} from '#libelles/campagne/annonce'
import { nomPourLeDemandeur } from '#libelles/piece/piece'

type Campagne = Awaited<ReturnType<typeof campagneDuCode>>

function annonceDe(campagne: Campagne, now: Date) {
  const { code, dispositif, etat } = campagne
  const { libelle, ouverteLe, echeanceFiche, echeanceDepot, reglages } = reglementDe(campagne)
  const jours = { ouverteLe, echeanceFiche, echeanceDepot }
  const moment = momentDeCampagne({ etat, ...jours }, jourDeParis(now))
  return {
    code,
    libelle,
    dispositif,
    objet: OBJET_CAMPAGNE[dispositif],
    moment,
    phrase: phraseMoment(moment, jours),
    /** Where its demandes are made when it is not here; null when it is. */
    portail: reglages.demandesEnLigne ? null : reglages.adressePortail,
    ...jours,
  }
}

export type Annonce = ReturnType<typeof annonceDe>

/** The campagnes that may be asked something, soonest deadline first, each with what anybody sees of it. */
async function annonces(db: Db, now: Date) {
  const ouvertes = await db.campagne.findMany({
    where: { etat: 'OUVERTE' },
    orderBy: [{ echeanceDepot: 'asc' }, { code: 'asc' }],
  })
  return ouvertes
    .map((campagne) => ({ campagne, annonce: annonceDe(campagne, now) }))
    .filter(({ annonce }) => annonce.moment !== 'CLOSE')
}

/** What anybody sees of the campagnes that may be asked something, soonest deadline first. */
export const campagnesAnnoncees = async (db: Db, now: Date): Promise<Annonce[]> =>
  (await annonces(db, now)).map(({ annonce }) => annonce)

/** Whom to write to: the signatory of the campagne once they are complete. */
const joindre = (signataire: Reglages['signataire']) =>
  estSignataireEntier(signataire)
    ? { service: signataire.service, telephone: signataire.telephone, courriel: signataire.courriel }
    : null

/** Whom to write to about the campagnes that may be asked something: each address once, with what it answers for. */
export async function aJoindre(db: Db, now: Date) {
  const joignables = (await annonces(db, now)).flatMap(({ campagne, annonce: { libelle } }) => {
    const { signataire } = reglementDe(campagne).reglages
    const joignable = joindre(signataire)
    return joignable ? [{ ...joignable, adresse: signataire.adresse, campagne: libelle }] : []
  })
  const adresses = new Set(joignables.map(({ courriel }) => courriel))
  return [...adresses].flatMap((courriel) => {
    const [premier, ...autres] = joignables.filter((un) => un.courriel === courriel)
    if (!premier) return []
    const { campagne, ...reste } = premier
    return [{ ...reste, campagnes: [campagne, ...autres.map((un) => un.campagne)] }]
  })
}

/**
 * What anybody may read of one campagne, and the pièces asked of a structure of this genre, in the portal's words. Throws NotFound, for one that
 * is prepared or put away too.
 */
export async function campagneAnnoncee(db: Db, code: string, { now, genre }: { now: Date; genre: Genre | null }) {
  const campagne = await campagneDuCode(db, code)
  if (!estAnnoncee(campagne)) throw new NotFound('campagne', code)
  const { reglages, ...jours } = reglementDe(campagne)
  const genres = GENRES.filter((un) => estAdmis(un, reglages.genresEligibles))
  const choisi = genre && genres.includes(genre) ? genre : null
  return {
    ...annonceDe(campagne, now),
    genres,
    genre: choisi,
    dates: datesDeCampagne(jours, reglages),
    faits: faitsDuReglement(reglages),
    texte: blocsDuReglement(reglages.texteReglement),
    joindre: joindre(reglages.signataire),
    ...(await piecesDe(db, campagne.id, choisi)),
  }
}

/** What the version in force asks of this genre, what is always asked first, and the names of what it asks of others only. */
async function piecesDe(db: Db, campagneId: string, genre: Genre | null) {
  if (genre === null) return { pieces: null, epargnees: [] }
  const lignes = await lignesDe(db, await exigencesEnVigueur(db, campagneId))
  const pieces = lignes
    .filter((ligne) => ligne.genre === genre)
    .map((ligne) => {
      const { code, exigence } = ligne
      return { code, nom: nomPourLeDemandeur(code, genre), mention: mentionDePiece(exigence, lireCas(ligne.condition)) }
    })
    .sort((a, b) => Number(a.mention !== null) - Number(b.mention !== null))
  return { pieces, epargnees: nonExigees(lignes, genre).map((code) => nomPourLeDemandeur(code)) }
}
