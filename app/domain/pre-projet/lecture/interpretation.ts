import type { Champ, ValeursFiche } from '#domain/pre-projet/fiche'
import { estUnPays, lireCommune, lireLieu } from '#domain/pre-projet/lecture/lieu'
import { lireEffectif, lireSomme, type Trouve } from '#domain/pre-projet/lecture/nombres'
import { lirePeriode } from '#domain/pre-projet/lecture/periode'
import type { Rubrique } from '#domain/pre-projet/lecture/rubriques'
import { parseCourriel, parseTelephone } from '#domain/structure/coordonnees'
import { parseSiret } from '#domain/structure/identifiants'
import { nettoyer, plier } from '#domain/texte'

/** What the words of one rubrique say, field by field. `secondaire`: found on the way, kept only if nothing else says it. */
export type Interpretation = { [C in Champ]?: Trouve<ValeursFiche[C]> & { secondaire?: boolean } }

const COURRIEL = /[^\s@<>()[\];,:"]{1,64}@[^\s@<>()[\];,:"]{1,189}/u
const TELEPHONE = /(?:(?:\+|00)33[\s.]?(?:\(0\))?|0)\s?[1-9](?:[\s./-]?\d{2}){4}(?!\d)/u

/** The fourteen digits of a SIRET, however they are grouped. */
const SIRET = /(?<!\d)\d(?:[\s._/-]?\d){13}(?!\d)/u
const SIREN = /(?<!\d)\d(?:[\s.-]?\d){8}(?!\d)/u

const CASE_COCHEE = /[☒☑✓✔🗹🗷■]|\[\s?[xX]\s?\]|\([xX]\)/u
const CASE = /[☐☒☑✓✔🗹🗷□■]|\[\s?[xX]?\s?\]|\([xX]?\)/u

/** Of a list of boxes, the words of those that are ticked; a text without boxes is left as it is. */
function coches(texte: string): string {
  if (!CASE.test(texte)) return texte
  const choix = texte.split(new RegExp(`(?=${CASE.source})`, 'u')).filter((part) => CASE_COCHEE.test(part))
  return choix.map((part) => part.replace(CASE_COCHEE, '').trim()).join(', ')
}

const ENTRE_GUILLEMETS = /^["«“].*["»”]$/u

function texteDe(texte: string): string {
  const nu = nettoyer(coches(texte))
  return ENTRE_GUILLEMETS.test(nu) ? nu.replace(/^["«“\s]+/u, '').replace(/(?<!["»”\s])["»”\s]+$/u, '') : nu
}

const enTexte = (texte: string): Trouve<string> => {
  const valeur = texteDe(texte)
  return valeur === '' ? { valeur: null, doute: 'VALEUR_ILLISIBLE' } : { valeur }
}

const NATURES =
  /\b(?:association|fondation|commune|epci|syndicat|ccas|college|lycee|ecole|cooperative|etablissement|entreprise|particulier)/g

/** The list of natures that the form offers, of which none was struck out, says none. */
function enNature(texte: string): Trouve<string> {
  const lue = enTexte(texte)
  const dites = new Set(plier(lue.valeur ?? '').match(NATURES))
  return dites.size > 1 && /[/|;]|\sou\s/u.test(lue.valeur ?? '') ? { ...lue, doute: 'PLUSIEURS_VALEURS' } : lue
}

/** Several lines in a cell: the name, then an address that nobody asked for. */
const premiereLigne = (texte: string): string => {
  const lignes = texte.split('\n').filter((ligne) => ligne.trim() !== '')
  const adresse = lignes.findIndex((ligne, i) => i > 0 && /\d/.test(ligne))
  return (adresse > 0 ? lignes.slice(0, adresse) : lignes).join(' ')
}

function enSiret(texte: string): Trouve<string> {
  const [lu = texte, ...autres] = Array.from(texte.matchAll(new RegExp(SIRET.source, 'gu')), ([trouve]) => trouve)
  const reponse = parseSiret(lu)
  if (reponse.ok) {
    const memes = autres.every((autre) => autre.replace(/\D/g, '') === reponse.value)
    return { valeur: reponse.value, ...(!memes && { doute: 'PLUSIEURS_VALEURS' }) }
  }
  if (reponse.reason === 'CLE_FAUSSE') return { valeur: reponse.detail ?? null, doute: 'SIRET_INVALIDE' }
  return { valeur: null, doute: SIREN.test(texte) ? 'SIREN_SEUL' : 'SIRET_INVALIDE' }
}

function enCourriel(texte: string): Trouve<string> {
  const reponse = parseCourriel(COURRIEL.exec(texte)?.[0] ?? '')
  return reponse.ok ? { valeur: reponse.value } : { valeur: null, doute: 'VALEUR_ILLISIBLE' }
}

function enTelephone(texte: string): Trouve<string> {
  const reponse = parseTelephone(TELEPHONE.exec(texte)?.[0] ?? texte)
  return reponse.ok ? { valeur: reponse.value } : { valeur: texteDe(texte) || null, doute: 'VALEUR_ILLISIBLE' }
}

/** Address and telephone written beside the name of the contact. */
function enContact(texte: string): Interpretation {
  const courriel = enCourriel(texte)
  const telephone = TELEPHONE.test(texte) ? enTelephone(texte) : { valeur: null }
  const nom = texte
    .replace(COURRIEL, ' ')
    .replace(TELEPHONE, ' ')
    .replace(/(?:\b(?:t[eé]l(?:[eé]phone)?|mail|courriel|e-?mail)\b\.?|[\s,;:/–—-]){1,40}$/iu, '')
  return {
    contact: enTexte(nom),
    ...(courriel.valeur ? { courriel: { ...courriel, secondaire: true } } : {}),
    ...(telephone.valeur ? { telephone: { ...telephone, secondaire: true } } : {}),
  }
}

function enPays(texte: string): Interpretation {
  const { pays, ville } = lireLieu(texteDe(texte))
  if (!pays) return { pays: { ...enTexte(texte), doute: 'PAYS_INCONNU' } }
  if (!ville)
    return {
      pays: pays.includes(',') || !estUnPays(texteDe(texte)) ? { valeur: pays, ...plusieurs(pays) } : enTexte(texte),
    }
  return { pays: { valeur: pays, ...plusieurs(pays) }, ville: { valeur: ville, secondaire: true } }
}

const plusieurs = (pays: string) => (pays.includes(',') ? { doute: 'PLUSIEURS_VALEURS' as const } : {})

function enVille(texte: string): Interpretation {
  const { pays, ville } = lireLieu(texteDe(texte))
  if (!pays) return { ville: enTexte(texte) }
  return { ville: { valeur: ville ?? texteDe(texte) }, pays: { valeur: pays, secondaire: true } }
}

function enLieu(texte: string): Interpretation {
  const { pays, ville } = lireLieu(texteDe(texte))
  return {
    ...(pays ? { pays: { valeur: pays, ...plusieurs(pays) } } : {}),
    ...(ville ? { ville: pays ? { valeur: ville } : { valeur: ville, doute: 'PAYS_INCONNU' as const } } : {}),
  }
}

function enCommune(texte: string): Interpretation {
  const { commune, codePostal } = lireCommune(texteDe(texte))
  return {
    commune: commune ? { valeur: commune } : { valeur: null, doute: 'VALEUR_ILLISIBLE' },
    ...(codePostal ? { codePostal: { valeur: codePostal, secondaire: true } } : {}),
  }
}

function enPeriode(texte: string): Interpretation {
  const { debut, fin, doute } = lirePeriode(texte)
  return {
    dateDebut: { valeur: debut, doute },
    dateFin: { valeur: fin, ...((doute ?? fin) ? { doute } : { doute: 'JOUR_ABSENT' }) },
  }
}

function enJour(texte: string): Trouve<string> {
  const { debut, fin, doute } = lirePeriode(texte)
  return { valeur: debut, ...(fin ? { doute: 'PLUSIEURS_VALEURS' } : { doute }) }
}

const INTERPRETES: Record<Rubrique, (texte: string) => Interpretation> = {
  structure: (texte) => ({ structure: enTexte(premiereLigne(texte)) }),
  genre: (texte) => ({ genre: enNature(texte) }),
  siret: (texte) => ({ siret: enSiret(texte) }),
  commune: enCommune,
  codePostal: (texte) => {
    const { codePostal, commune } = lireCommune(texteDe(texte))
    return {
      codePostal: codePostal ? { valeur: codePostal } : { valeur: null, doute: 'VALEUR_ILLISIBLE' },
      ...(commune && codePostal ? { commune: { valeur: commune, secondaire: true } } : {}),
    }
  },
  contact: enContact,
  prenomContact: () => ({}),
  courriel: (texte) => ({ courriel: enCourriel(texte) }),
  telephone: (texte) => ({ telephone: enTelephone(texte) }),
  titre: (texte) => ({ titre: enTexte(texte) }),
  theme: (texte) => ({ theme: enTexte(texte) }),
  pays: enPays,
  ville: enVille,
  lieu: enLieu,
  partenaire: (texte) => ({ partenaire: enTexte(texte) }),
  periode: enPeriode,
  dateDebut: (texte) => ({ dateDebut: enJour(texte) }),
  dateFin: (texte) => ({ dateFin: enJour(texte) }),
  nbJeunes: (texte) => ({ nbJeunes: lireEffectif(texte) }),
  age: (texte) => ({ age: enTexte(texte) }),
  coutTotal: (texte) => ({ coutTotal: lireSomme(texte) }),
  montantSouhaite: (texte) => ({ montantSouhaite: lireSomme(texte) }),
  description: (texte) => ({ description: texte.trim() === '' ? { valeur: null } : { valeur: texte.trim() } }),
  autresFinanceurs: (texte) => ({ autresFinanceurs: enTexte(texte) }),
  autre: () => ({}),
}

/** Turns the words found for a rubrique into the fields they say. */
export const interpreter = (rubrique: Rubrique, texte: string): Interpretation => INTERPRETES[rubrique](texte)

/** The first SIRET whose key holds, in a text without its label: doubtful, for who knows whose it is. */
export function siretSansLibelle(texte: string): string | null {
  for (const [lu] of texte.matchAll(new RegExp(SIRET.source, 'gu'))) {
    const reponse = parseSiret(lu)
    if (reponse.ok) return reponse.value
  }
  return null
}
