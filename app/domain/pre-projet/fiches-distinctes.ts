import {
  CHAMPS,
  CHAMPS_ESSENTIELS,
  CORPS,
  type Champ,
  countLus,
  estUneFiche,
  type FicheLue,
} from '#domain/pre-projet/fiche'
import { similarite, TITRES_PAREILS } from '#domain/ressemblance'
import { plier } from '#domain/texte'

/**
 * The fiches that these readings are of, each told once by the reading that says most, in the order in which they are met: a fiche joined as
 * a document and copied in the text is one, two projects of one structure are two.
 */
export function fichesDistinctes(lectures: readonly FicheLue[]): FicheLue[] {
  const retenues: FicheLue[] = []
  for (const lue of lectures.filter(estUneFiche)) {
    const rang = retenues.findIndex((autre) => estLaMeme(autre, lue))
    const dite = retenues[rang]
    if (dite === undefined) retenues.push(lue)
    else if (poids(lue) > poids(dite)) retenues[rang] = lue
  }
  return retenues
}

/** A form as it is sent has most of what an avis rests on; a budget or a programme, which also name a project, have less. */
const ESSENTIELS_D_UN_FORMULAIRE = 5
const estUnFormulaire = (fiche: FicheLue): boolean =>
  countLus(fiche, CHAMPS_ESSENTIELS) >= ESSENTIELS_D_UN_FORMULAIRE && certaine(fiche, 'titre') !== null

/** The fiche that says most, the sender's own before one they quote and the first of equals; then the others that are forms by themselves. */
export function rangerParPoids<F extends { fiche: FicheLue; citee: boolean }>(
  fiches: readonly F[],
): { premiere: F | null; autres: F[] } {
  const [premiere = null, ...autres] = fiches.toSorted(
    (a, b) => Number(a.citee) - Number(b.citee) || poids(b.fiche) - poids(a.fiche),
  )
  return { premiere, autres: autres.filter(({ fiche }) => estUnFormulaire(fiche)) }
}

/** A certain field counts twice a doubtful one, so that the surest of two copies is kept. */
const poids = (fiche: FicheLue): number =>
  countLus(fiche) + CHAMPS.filter((champ) => fiche.champs[champ]?.confiance === 'CERTAIN').length

/** Where and when a project is, for whom and at what cost: what a copy repeats, and another project does not. */
const REPERES = ['pays', 'ville', 'dateDebut', 'dateFin', 'nbJeunes', 'coutTotal', 'montantSouhaite'] as const

const SIREN = 9

/**
 * Whether two readings are of one fiche. Two forms joined under two titles are two; what is written in the message repeats in other words
 * what is joined, unless more of where, when, for whom and at what cost differs than is the same.
 */
export function estLaMeme(a: FicheLue, b: FicheLue): boolean {
  const [sirenA, sirenB] = [a, b].map((fiche) => certaine(fiche, 'siret')?.slice(0, SIREN))
  if (sirenA && sirenB && sirenA !== sirenB) return false
  const [titreA, titreB] = [certaine(a, 'titre'), certaine(b, 'titre')]
  if (titreA !== null && titreB !== null) {
    if (titreA.includes(titreB) || titreB.includes(titreA)) return true
    if ([a, b].every((fiche) => estUnFormulaire(fiche) && fiche.champs.titre?.source.fichier !== CORPS)) return false
  }
  const communs = REPERES.map((champ) => [certaine(a, champ), certaine(b, champ)] as const).filter(
    ([x, y]) => x !== null && y !== null,
  )
  const accords = communs.filter(([x, y]) => x === y).length
  const conflits = communs.length - accords
  const proches = titreA === null || titreB === null || similarite(titreA, titreB) >= TITRES_PAREILS
  return proches ? conflits <= accords : conflits === 0 && accords > 0
}

/** The folded value of a field that was read without doubt; null when there is none. */
function certaine({ champs }: FicheLue, champ: Champ): string | null {
  const lu = champs[champ]
  if (!lu || lu.valeur === null || lu.confiance !== 'CERTAIN') return null
  return plier(String(lu.valeur)) || null
}
