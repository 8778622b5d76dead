import type { Genre } from '#domain/structure/genre'
import type { SignalementDePiece } from '#domain/piece/signalement'
import { estEntiere, type LectureLue, type LigneDeTexte, preuveDe } from '#domain/piece/texte-de-piece'
import { cleSiretJuste, formatSiret, sirenDe } from '#domain/structure/identifiants'
import { estNomDe, estNommee, motsDuNom } from '#domain/structure/nom-de-structure'
import { plier } from '#domain/texte'

/** `sirets`: every number the structure is known by, as its row and its form give them. */
export type StructureAttendue = {
  nom: string
  sigle: string
  genre: Genre | null
  sirets: readonly string[]
  rna: string | null
}

/** Pièces that speak of the structure and of nobody else. A justificatif names a family, an accord names a partner. */
const DE_LA_STRUCTURE: readonly string[] = [
  'LETTRE',
  'STATUTS',
  'RECEPISSE_PREF',
  'JO',
  'DIRIGEANTS',
  'COMPTES_N1',
  'BUDGET_STRUCTURE_N',
  'CER',
  'RIB',
  'ATTESTATION_HONNEUR',
  'AVIS_SIRENE',
  'DELIBERATION',
  'POUVOIR',
]

/** The Département, to whom every letter is sent. */
const SIREN_DEPARTEMENT = '226200012'

type Lu = { valeur: string; ligne: LigneDeTexte }

function siretsDe(ligne: LigneDeTexte): Lu[] {
  const texte = ligne.texte.replace(/[\u00a0\u202f]/gu, ' ')
  return Array.from(texte.matchAll(/(?<![0-9A-Za-z])(\d{3})[ .]?(\d{3})[ .]?(\d{3})[ .]?(\d{5})(?![0-9A-Za-z])/g))
    .map(([, ...groupes]) => groupes.slice(0, 4).join(''))
    .filter((valeur) => cleSiretJuste(valeur) || /siret/i.test(texte))
    .map((valeur) => ({ valeur, ligne }))
}

const rnasDe = (ligne: LigneDeTexte): Lu[] =>
  (ligne.texte.match(/(?<![0-9A-Za-z])W\d[0-9A-Z]\d{7}(?![0-9A-Za-z])/g) ?? []).map((valeur) => ({ valeur, ligne }))

const DEBUT_DE_NOM =
  /^(l )?(association|asso|comite|club|commune|mairie|ville|college|lycee|ecole|ogec|foyer|maison|les amis|amicale|communaute|syndicat|ccas|fondation|federation|union|centre)\b/
const PHRASE =
  /\b(loi|regie|article|statuts?|assemblee|objet|membres?|bureau|conseil|contrat|respecte|s engage|declaration|prefecture|journal|municipal|sont|est|a pour|dont|qui)\b/

/** A line that reads as the name of some structure, and of none other than it. */
function autreNom(lignes: readonly LigneDeTexte[], structure: StructureAttendue): LigneDeTexte | null {
  const trouvee = lignes.find(({ texte }) => {
    const plie = plier(texte)
    if (texte.length > 70 || !DEBUT_DE_NOM.test(plie) || PHRASE.test(plie)) return false
    return motsDuNom(texte).length >= 2 && !estNomDe(structure, texte)
  })
  return trouvee ?? null
}

const signaler = (detail: string, ligne: LigneDeTexte): SignalementDePiece[] => [
  { probleme: 'AUTRE_STRUCTURE', detail, preuve: preuveDe(ligne) },
]

/**
 * A document of another structure: its SIRET, its RNA or its name is there and ours is not. A text that shows our own number is never
 * accused, whoever else it names.
 */
export function signalerAutreStructure(
  lecture: LectureLue,
  { code, structure }: { code: string | null; structure: StructureAttendue },
): SignalementDePiece[] {
  if (code === null || !DE_LA_STRUCTURE.includes(code)) return []
  const { lignes } = lecture
  const sirens = structure.sirets.map(sirenDe)
  const chiffres = lignes.map(({ texte }) => texte.replace(/[\s.\u00a0]/gu, ''))
  if (sirens.some((siren) => chiffres.some((texte) => texte.includes(siren)))) return []
  const rnas = lignes.flatMap(rnasDe)
  if (structure.rna && rnas.some(({ valeur }) => valeur === structure.rna)) return []

  const nommee = estNommee(
    structure,
    lignes.map(({ texte }) => texte),
  )
  const autre = lignes.flatMap(siretsDe).find(({ valeur }) => sirenDe(valeur) !== SIREN_DEPARTEMENT)
  if (autre && code !== 'RIB' && sirens.length > 0) {
    const suite = nommee ? '' : ', et son nom ne se lit pas'
    return signaler(`Le SIRET lu, ${formatSiret(autre.valeur)}, n’est pas celui de la structure${suite}.`, autre.ligne)
  }
  if (nommee) return []
  if (autre)
    return signaler(
      `Le nom de la structure ne se lit pas, et le document porte le SIRET ${formatSiret(autre.valeur)}.`,
      autre.ligne,
    )
  const [rna] = rnas
  if (rna && structure.rna)
    return signaler(`Le numéro RNA lu, ${rna.valeur}, n’est pas celui de la structure.`, rna.ligne)
  const nom = estEntiere(lecture) ? autreNom(lignes, structure) : null
  return nom ? signaler(`Le document nomme «\u00a0${nom.texte.trim()}\u00a0», et non ${structure.nom}.`, nom) : []
}
