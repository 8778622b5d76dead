import { accorder, compter } from '#domain/nombre'
import { formatMontant, ratio } from '#domain/budget/montant'
import { reconnaitrePiece } from '#domain/piece/reconnaissance'
import { periodeDeCampagne, sortieDePeriode } from '#domain/temps/periode'
import type { Reglages } from '#domain/campagne/reglages'
import type { Reponse } from '#domain/pre-projet/grille'
import { trouverCommune } from '#domain/structure/commune'
import { estAdmis, type Genre } from '#domain/structure/genre'
import { cleSiretJuste } from '#domain/structure/identifiants'
import { compareJours, formatJour, type Jour } from '#domain/temps/jour'
import { plier } from '#domain/texte'

/** What a fact of the fiche says of a question, with its evidence. It helps the officer and answers nothing. */
export type Suggestion = { reponse: Reponse; indice: string }

/** What is looked at in a fiche to suggest answers. `autres` are the other fiches of the same structure in the campagne. */
export type FaitsFiche = {
  structureNom: string
  genre: Genre | null
  siret: string | null
  commune: string
  codePostal: string
  pays: string
  partenaire: string
  dateDebut: Jour | null
  dateFin: Jour | null
  nbJeunes: number | null
  /** As the fiche writes it. */
  age: string
  coutTotalCents: bigint | null
  montantSouhaiteCents: bigint | null
  autresFinanceurs: string
  autres: readonly { titre: string; recuLe: Jour }[]
  /** Names of the files joined to the mails of the fiche. */
  joints: readonly string[]
  /** The bounds of the campagne; null when the fiche is of none. */
  campagne: { annee: number; echeanceDepot: Jour } | null
  reglages: Pick<
    Reglages,
    | 'genresEligibles'
    | 'pays'
    | 'projetDu'
    | 'projetAu'
    | 'minParticipants'
    | 'ageMin'
    | 'ageMax'
    | 'maxParStructure'
    | 'tauxMax'
    | 'montantMaxCents'
  >
}

type Regle = (faits: FaitsFiche, today: Jour) => Suggestion | null

const dit = (reponse: Reponse, indice: string): Suggestion => ({ reponse, indice })

const structureEligible: Regle = ({ genre, siret, reglages }) => {
  if (!genre) return dit('A_PRECISER', 'La fiche ne dit pas la nature de la structure.')
  if (!estAdmis(genre, reglages.genresEligibles))
    return dit('NON', 'La nature de la structure n’est pas admise par la campagne.')
  if (!siret) return dit('A_PRECISER', 'La nature est admise, mais la fiche ne donne pas de SIRET.')
  return cleSiretJuste(siret)
    ? dit('OUI', 'La nature est admise et la clé du SIRET est juste.')
    : dit('A_PRECISER', 'La nature est admise, mais la clé du SIRET est fausse.')
}

const territoire: Regle = ({ commune, codePostal }) => {
  if (!commune && !codePostal) return dit('A_PRECISER', 'La fiche ne donne ni commune ni code postal.')
  const trouvee = trouverCommune({ commune, codePostal })
  if (trouvee.ok) return dit('OUI', `${trouvee.value.nom} est une commune du Pas-de-Calais.`)
  if (codePostal.startsWith('62')) return dit('OUI', `Le code postal ${codePostal} est du Pas-de-Calais.`)
  const lieu = [codePostal, commune].filter(Boolean).join(' ')
  return dit('A_PRECISER', `Le siège (${lieu}) n’est pas dans le Pas-de-Calais\u00a0: reste à savoir où est le public.`)
}

const paysEligible: Regle = ({ pays, reglages }) => {
  if (!pays.trim()) return dit('A_PRECISER', 'La fiche ne dit pas le pays.')
  if (plier(pays) === 'france') return dit('NON', 'Le projet se passe en France.')
  const admis = reglages.pays.map(plier)
  if (admis.length === 0 || admis.includes(plier(pays))) return dit('OUI', `Pays lu dans la fiche\u00a0: ${pays}.`)
  return dit('NON', `${pays} n’est pas parmi les pays de la campagne.`)
}

const datesCampagne: Regle = ({ dateDebut, dateFin, campagne, reglages }) => {
  if (!dateDebut) return dit('A_PRECISER', 'La fiche ne donne pas la date de départ.')
  if (!campagne) return null
  const sortie = sortieDePeriode({ debut: dateDebut, fin: dateFin }, periodeDeCampagne(reglages, campagne.annee))
  const fixee = reglages.projetDu !== null || reglages.projetAu !== null
  if (!sortie)
    return dit(
      'OUI',
      fixee
        ? `Du ${formatJour(dateDebut)} au ${formatJour(dateFin ?? dateDebut)}, dans la période de l’appel.`
        : `Départ le ${formatJour(dateDebut)}\u00a0; la campagne ne fixe pas de période.`,
    )
  const { borne, jour, limite, fixe } = sortie
  const ecart =
    borne === 'DU'
      ? `Départ le ${formatJour(jour)}, avant le ${formatJour(limite)}`
      : `Retour le ${formatJour(jour)}, après le ${formatJour(limite)}`
  return fixe
    ? dit('NON', `${ecart}.`)
    : dit('A_PRECISER', `${ecart}\u00a0: loin de la campagne ${campagne.annee}, qui ne fixe pas cette borne.`)
}

const pasCommence: Regle = ({ dateDebut }, today) => {
  if (!dateDebut) return dit('A_PRECISER', 'La fiche ne donne pas la date de départ.')
  return compareJours(dateDebut, today) <= 0
    ? dit('NON', `Le projet a commencé le ${formatJour(dateDebut)}.`)
    : dit('OUI', `Départ le ${formatJour(dateDebut)}\u00a0: il reste à venir.`)
}

const uneDemande: Regle = ({ autres, reglages }) => {
  const [premiere] = autres
  if (!premiere) return dit('OUI', 'Aucune autre fiche de cette structure dans la campagne.')
  if (reglages.maxParStructure !== null && autres.length < reglages.maxParStructure)
    return dit(
      'OUI',
      `La campagne admet ${compter(reglages.maxParStructure, 'demande')} par structure\u00a0; celle-ci en présente ${autres.length + 1}.`,
    )
  const une = `«\u00a0${premiere.titre || 'sans titre'}\u00a0», reçue le ${formatJour(premiere.recuLe)}`
  return dit(
    'NON',
    accorder(
      autres.length,
      `Autre fiche de la structure\u00a0: ${une}.`,
      `${compter(autres.length, 'autre fiche', 'autres fiches')} de la structure, dont ${une}.`,
    ),
  )
}

/** A contrat joined to the fiche says « oui »; none joined says nothing, since it is only asked with the dossier. Its signature is not read. */
const cerSigne: Regle = ({ joints }) => {
  const cer = joints.find((nom) => reconnaitrePiece(nom)?.code === 'CER')
  return cer === undefined
    ? null
    : dit('OUI', `Joint à la fiche\u00a0: ${cer.slice(0, 120)}. Vérifiez qu’il est signé.`)
}

const partenaireIdentifie: Regle = ({ partenaire }) =>
  partenaire.trim()
    ? dit('OUI', `Partenaire lu dans la fiche\u00a0: ${partenaire.trim().slice(0, 120)}.`)
    : dit('A_PRECISER', 'La fiche ne nomme pas de partenaire.')

/** « 13 à 15 ans », « entre 13 et 15 », « 14 ans », and nothing else said: a longer answer is read by a person. */
const AGES = /^(?:de |entre )?(\d{1,2})(?: ans)?(?: (?:a |et )?(\d{1,2}))?(?: ans)?$/

function agesDits(age: string): { de: number; a: number } | null {
  const [, de, a = de] = AGES.exec(plier(age)) ?? []
  return de === undefined || Number(de) > Number(a) ? null : { de: Number(de), a: Number(a) }
}

/** Both the number and the ages are looked at, against bounds that the campagne sets; where it sets none for the ages, a person judges. */
const publicVise: Regle = ({ nbJeunes, age, reglages: { minParticipants, ageMin, ageMax } }) => {
  if (nbJeunes === null) return dit('A_PRECISER', 'La fiche ne dit pas combien de jeunes participent.')
  if (nbJeunes === 0) return dit('NON', 'La fiche n’annonce aucun jeune.')
  if (minParticipants !== null && nbJeunes < minParticipants)
    return dit('NON', `${compter(nbJeunes, 'jeune annoncé', 'jeunes annoncés')}, pour ${minParticipants} au moins.`)
  const ages = agesDits(age)
  if (!ages || ageMin === null || ageMax === null) return null
  const admis = `la campagne admet de ${ageMin} à ${compter(ageMax, 'an')}`
  const tranche = `de ${ages.de} à ${compter(ages.a, 'an')}`
  return ages.de < ageMin || ages.a > ageMax
    ? dit('A_PRECISER', `Âges lus dans la fiche\u00a0: ${tranche}\u00a0; ${admis}.`)
    : dit('OUI', `${compter(nbJeunes, 'jeune annoncé', 'jeunes annoncés')}, ${tranche}\u00a0; ${admis}.`)
}

const cofinancement: Regle = ({ coutTotalCents, montantSouhaiteCents, autresFinanceurs }) => {
  if (autresFinanceurs.trim())
    return dit('OUI', `Autres financeurs lus dans la fiche\u00a0: ${autresFinanceurs.trim().slice(0, 120)}.`)
  const part = coutTotalCents && montantSouhaiteCents ? ratio(montantSouhaiteCents, coutTotalCents) : null
  if (part !== null && part >= 1) return dit('NON', 'La subvention souhaitée couvre tout le coût.')
  return dit('A_PRECISER', 'La fiche ne nomme pas d’autre financeur.')
}

const budgetRealiste: Regle = ({ coutTotalCents, montantSouhaiteCents, reglages: { tauxMax, montantMaxCents } }) => {
  if (!coutTotalCents || !montantSouhaiteCents)
    return dit('A_PRECISER', 'Le coût total ou la subvention souhaitée manque.')
  const part = ratio(montantSouhaiteCents, coutTotalCents)
  const [souhait, cout] = [formatMontant(montantSouhaiteCents), formatMontant(coutTotalCents)]
  if (part !== null && part > 1) return dit('NON', `La subvention souhaitée (${souhait}) dépasse le coût (${cout}).`)
  if (montantMaxCents !== null && montantSouhaiteCents > montantMaxCents)
    return dit('NON', `${souhait} souhaités, au-dessus du plafond de ${formatMontant(montantMaxCents)}.`)
  if (tauxMax !== null && part !== null && part > tauxMax)
    return dit('NON', `${souhait} souhaités pour un coût de ${cout}, au-dessus du taux de la campagne.`)
  return null
}

const REGLES: Record<string, Regle> = {
  STRUCTURE_ELIGIBLE: structureEligible,
  TERRITOIRE: territoire,
  PAYS_ELIGIBLE: paysEligible,
  DATES_CAMPAGNE: datesCampagne,
  PAS_COMMENCE: pasCommence,
  UNE_DEMANDE: uneDemande,
  CER_SIGNE: cerSigne,
  PARTENAIRE: partenaireIdentifie,
  PUBLIC_VISE: publicVise,
  COFINANCEMENT: cofinancement,
  BUDGET_REALISTE: budgetRealiste,
}

/** What the facts suggest, by code of question. A question of the campagne's own has none. */
export function suggerer(faits: FaitsFiche, today: Jour): Record<string, Suggestion> {
  const suggestions: Record<string, Suggestion> = {}
  for (const [code, regle] of Object.entries(REGLES)) {
    const suggestion = regle(faits, today)
    if (suggestion) suggestions[code] = suggestion
  }
  return suggestions
}
