import { apparier, resserrerLignes } from '#domain/pre-projet/lecture/appariement'
import {
  CHAMPS,
  CHAMPS_ESSENTIELS,
  type Champ,
  type ChampLu,
  type ChampsLus,
  type Doute,
  type FicheLue,
  type Ligne,
  TEXTES_ATTENDUS,
  type ValeursFiche,
} from '#domain/pre-projet/fiche'
import { interpreter, siretSansLibelle, type Interpretation } from '#domain/pre-projet/lecture/interpretation'
import type { Lecture } from '#domain/pre-projet/lecture/lecteur'
import { rubriquesNonReconnues } from '#domain/pre-projet/lecture/non-reconnues'
import { compareJours } from '#domain/temps/jour'
import { plier } from '#domain/texte'

type Candidat<T> = ChampLu<T> & { secondaire: boolean }
type Candidats = { [C in Champ]?: Candidat<ValeursFiche[C]>[] }

/** Words kept as proof of a reading: enough for an officer to find them in the document. */
const PREUVE_MAX = 1_000

/**
 * Reads the fields of a fiche pré-projet in the lines of a document. Never throws, never guesses: a value that is missing, doubtful
 * or at odds with another is in `aRelire`, with the words as they stand.
 */
export function extraireFiche(lignes: readonly Ligne[]): FicheLue {
  const candidats: Candidats = {}
  const lues = resserrerLignes(lignes)
  const appariees = apparier(lues)
  const lectures = joindrePrenoms(appariees)
  for (const lecture of lectures)
    if (lecture.texte !== '') ajouter(candidats, lecture, interpreter(lecture.rubrique, lecture.texte))
  const champs = recouper(choisir(candidats))
  if (!champs.siret?.valeur) completerSiret(champs, lignes)
  for (const champ of TEXTES_ATTENDUS) {
    const vide = champs[champ] ? undefined : lectures.find(({ rubrique }) => rubrique === champ)
    if (vide) champs[champ] = { valeur: null, texteLu: '', source: vide.source, ...avecDoute('NON_REMPLI') }
  }
  const aRelire = CHAMPS.filter((champ) => estARelire(champs, champ))
  return { champs, aRelire, nonReconnues: rubriquesNonReconnues(lues, appariees) }
}

/** A field is to be read again when it is doubtful, or essential and without value. */
function estARelire(champs: ChampsLus, champ: Champ): boolean {
  const lu = champs[champ]
  return lu ? lu.confiance === 'DOUTEUX' : (CHAMPS_ESSENTIELS as readonly Champ[]).includes(champ)
}

/** `Nom` then `Prénom` are one person: the first name is put before, and a `Nom` taken for the structure's is given back. */
function joindrePrenoms(lectures: Lecture[]): Lecture[] {
  return lectures.flatMap((lecture, i): Lecture[] => {
    const [avant, apres] = [lectures[i - 1], lectures[i + 1]]
    if (lecture.rubrique === 'prenomContact')
      return avant && estUnNom(avant) ? [] : [{ ...lecture, rubrique: 'contact' }]
    if (apres?.rubrique !== 'prenomContact' || !estUnNom(lecture)) return [lecture]
    return [{ ...lecture, rubrique: 'contact', texte: `${apres.texte} ${lecture.texte}`.trim(), ambigu: false }]
  })
}

const estUnNom = ({ rubrique, court }: Lecture): boolean =>
  rubrique === 'contact' || (rubrique === 'structure' && court)

function ajouter(candidats: Candidats, { texte, source, ambigu }: Lecture, interpretation: Interpretation) {
  for (const champ of Object.keys(interpretation) as Champ[])
    ajouterChamp(candidats, champ, interpretation, { texte, source, ambigu })
}

function ajouterChamp(
  candidats: Candidats,
  champ: Champ,
  interpretation: Interpretation,
  lecture: Pick<Lecture, 'texte' | 'source' | 'ambigu'>,
) {
  const trouve = interpretation[champ]
  if (!trouve) return
  const doute: Doute | undefined =
    trouve.doute ?? (trouve.valeur === null ? 'VALEUR_ILLISIBLE' : lecture.ambigu ? 'LIBELLE_AMBIGU' : undefined)
  const candidat: Candidat<unknown> = {
    valeur: trouve.valeur,
    texteLu: lecture.texte.slice(0, PREUVE_MAX),
    source: lecture.source,
    secondaire: trouve.secondaire ?? false,
    ...avecDoute(doute),
  }
  Object.assign(candidats, { [champ]: [...(candidats[champ] ?? []), candidat] })
}

const avecDoute = (doute: Doute | undefined): Pick<ChampLu<unknown>, 'confiance' | 'doute'> =>
  doute ? { confiance: 'DOUTEUX', doute } : { confiance: 'CERTAIN' }

function choisir(candidats: Candidats): ChampsLus {
  const champs: ChampsLus = {}
  for (const champ of CHAMPS) {
    const choisi = meilleur(candidats[champ] ?? [])
    if (choisi) Object.assign(champs, { [champ]: choisi })
  }
  return champs
}

/** The first certain reading; else the first with a value. Two certain readings that differ leave the first, in doubt. */
function meilleur(candidats: readonly Candidat<unknown>[]): ChampLu<unknown> | null {
  const premiers = candidats.some(({ secondaire, valeur }) => !secondaire && valeur !== null)
    ? candidats.filter(({ secondaire }) => !secondaire)
    : candidats
  const certains = premiers.filter(({ confiance }) => confiance === 'CERTAIN')
  const choisi = certains[0] ?? premiers.find(({ valeur }) => valeur !== null) ?? premiers[0]
  if (!choisi) return null
  const { valeur, texteLu, source, confiance, doute } = choisi
  const discordant = certains.some((autre) => !seRecoupent(autre.valeur, valeur))
  return {
    valeur,
    texteLu,
    source,
    ...(discordant ? avecDoute('PLUSIEURS_VALEURS') : { confiance, ...(doute ? { doute } : {}) }),
  }
}

/** Two values that say the same: equal, or one a part of the other once folded. */
function seRecoupent(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return a === b
  const [x, y] = [plier(a), plier(b)]
  return x.includes(y) || y.includes(x)
}

/** What no field says alone: the end after the beginning, the grant within the cost. */
function recouper(champs: ChampsLus): ChampsLus {
  const { dateDebut, dateFin, coutTotal, montantSouhaite } = champs
  const lus = { ...champs }
  if (dateDebut?.valeur && dateFin?.valeur && compareJours(dateFin.valeur, dateDebut.valeur) < 0) {
    lus.dateDebut = { ...dateDebut, ...avecDoute('FIN_AVANT_DEBUT') }
    lus.dateFin = { ...dateFin, ...avecDoute('FIN_AVANT_DEBUT') }
  }
  if (
    coutTotal &&
    montantSouhaite &&
    coutTotal.valeur !== null &&
    montantSouhaite.valeur !== null &&
    montantSouhaite.valeur > coutTotal.valeur
  ) {
    lus.coutTotal = { ...coutTotal, ...avecDoute('SUBVENTION_SUPERIEURE_AU_COUT') }
    lus.montantSouhaite = { ...montantSouhaite, ...avecDoute('SUBVENTION_SUPERIEURE_AU_COUT') }
  }
  return lus
}

function completerSiret(champs: ChampsLus, lignes: readonly Ligne[]) {
  for (const { cellules, source } of lignes.slice(0, 500)) {
    for (const cellule of cellules) {
      const valeur = siretSansLibelle(cellule.slice(0, 2_000))
      if (!valeur) continue
      champs.siret = { valeur, texteLu: cellule.slice(0, PREUVE_MAX), source, ...avecDoute('LIBELLE_AMBIGU') }
      return
    }
  }
}
