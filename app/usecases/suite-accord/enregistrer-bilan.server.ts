import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { type Divergence, lireAuteurs, reunir } from '#domain/demande-en-ligne/reunion'
import { ok, type Result } from '#domain/result'
import {
  type ChampBilan,
  CHAMPS_BILAN,
  lireReponsesBilan,
  LONGUEUR_LIGNE_BILAN,
  type RefusDeRendre,
  type ReponseBilanRefusee,
  type ReponsesBilan,
  refuseesDuBilan,
  TEXTE_BILAN_MAX,
  TEXTES_BILAN,
} from '#domain/suite-accord/bilan-rendu'
import { jourDeParis } from '#domain/temps/jour'
import { abreger, nettoyer } from '#domain/texte'
import type { Deps } from '#infra/deps'
import { lockDossier } from '#infra/stores/piece/piece'
import { bilanDuMembre, marquerBilanChange, prevuDe, tenirBilanRendu } from '#infra/stores/suite-accord/bilan-rendu'

type Input = {
  dossierId: string
  /** What the page showed when it was made. */
  base: ReponsesBilan
  /** What is on it now. */
  miennes: ReponsesBilan
  /** The fields whose words were found again on the device they were typed on. */
  repris: readonly ChampBilan[]
}

/** What a saving did: the answers as they are kept now, those that will not do, and those that somebody else wrote meanwhile. */
type BilanEnregistre = {
  le: Date
  version: number
  reponses: ReponsesBilan
  refusees: ReponseBilanRefusee[]
  divergences: Divergence<ChampBilan>[]
}

/** Longer than any answer that will do: what is typed is kept as it is, to be shown with what is wrong in it. */
const TROP = 4

/** Several lines are kept as they were typed, but for signs that no text has; a line is a line. */
const propre = (champ: ChampBilan, texte: string): string =>
  TEXTES_BILAN.includes(champ)
    ? abreger(texte.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, ''), 2 * TEXTE_BILAN_MAX)
    : abreger(nettoyer(texte), TROP * LONGUEUR_LIGNE_BILAN)

const propres = (reponses: ReponsesBilan): ReponsesBilan =>
  Object.fromEntries(CHAMPS_BILAN.map((champ) => [champ, propre(champ, reponses[champ] ?? '')]))

/**
 * Keeps what somebody typed of a bilan, right or not, beside what others typed of it meanwhile (#domain/demande-en-ligne/reunion). What changes nothing writes
 * nothing. Throws NotFound for a dossier that is not of a structure of theirs.
 */
export const enregistrerBilan = (
  { db, now }: Deps,
  demandeur: Demandeur,
  { dossierId, base, miennes, repris }: Input,
): Promise<Result<BilanEnregistre, RefusDeRendre>> =>
  db.$transaction(async (tx) => {
    await lockDossier(tx, dossierId)
    const le = now()
    const { dossier, accord, permis } = await bilanDuMembre(tx, demandeur, { dossierId, le })
    if (!permis.ok) return permis
    const par = nomDActeur(demandeur)
    const tenu = await tenirBilanRendu(tx, dossierId, { par, le })
    const leurs = lireReponsesBilan(tenu.reponses)
    const { reponses, auteurs, divergences } = reunir<ChampBilan>(CHAMPS_BILAN, {
      ...{ base: propres(base), miennes: propres(miennes), repris, leurs },
      auteurs: lireAuteurs<ChampBilan>(tenu.auteurs),
      moi: { id: demandeur.id, nom: par },
    })
    const prevu = prevuDe(dossier, accord?.montantCents ?? 0n)
    const refusees = refuseesDuBilan(reponses, { prevu, today: jourDeParis(le) })
    const fini = { reponses, refusees, divergences }
    if (CHAMPS_BILAN.every((champ) => (reponses[champ] ?? '') === (leurs[champ] ?? '')))
      return ok({ ...fini, le: tenu.changeLe, version: tenu.version })
    await tx.bilanRendu.update({ where: { id: tenu.id }, data: { reponses, auteurs }, select: { id: true } })
    const { version } = await marquerBilanChange(tx, tenu.id, { par, le })
    return ok({ ...fini, le, version })
  })
