import { formatMontant } from '#domain/budget/montant'
import { formatJourLong, type Jour } from '#domain/temps/jour'

/**
 * What a paragraph of the grid may name, with the words that stand for it when the fiche or the campagne does not say it: a sentence must
 * stay a sentence.
 */
export const VARIABLES = {
  titre: 'votre projet',
  structure: 'votre structure',
  siret: 'non indiqué',
  commune: 'commune non indiquée',
  pays: 'pays non indiqué',
  ville: 'ville non indiquée',
  partenaire: 'partenaire non indiqué',
  dateDebut: 'à une date que vous n’indiquez pas',
  dateFin: 'à une date que vous n’indiquez pas',
  nbJeunes: 'nombre non indiqué',
  coutTotal: 'non indiqué',
  montantSouhaite: 'non indiquée',
  projetDu: 'au début de l’appel',
  projetAu: 'à la fin de l’appel',
  echeanceDepot: 'la date limite de dépôt',
  ageMin: 'âge minimal de l’appel',
  ageMax: 'âge maximal de l’appel',
} as const

export type Variable = keyof typeof VARIABLES

export const NOMS_VARIABLES = Object.keys(VARIABLES) as Variable[]

const estVariable = (nom: string): nom is Variable => Object.hasOwn(VARIABLES, nom)

export type Valeurs = Partial<Record<Variable, string>>

const ENTRE_ACCOLADES = /\{([^{}\n]{1,40})\}/g

/** The names between braces that stand for nothing. */
export const variablesInconnues = (texte: string): string[] =>
  [...texte.matchAll(ENTRE_ACCOLADES)].map(([, nom = '']) => nom.trim()).filter((nom) => !estVariable(nom))

const majuscule = (texte: string) => texte.charAt(0).toUpperCase() + texte.slice(1)

/** The paragraph with its variables replaced; a name that is none is left as it was written. */
export const remplacer = (texte: string, valeurs: Valeurs): string =>
  texte.replace(ENTRE_ACCOLADES, (tel: string, brut: string, debut: number) => {
    const nom = brut.trim()
    if (!estVariable(nom)) return tel
    const mots = valeurs[nom]?.trim() || VARIABLES[nom]
    return /(?:^|[.!?]\s)$/.test(texte.slice(0, debut)) ? majuscule(mots) : mots
  })

/** A fiche and its campagne, as the paragraphs speak of them. */
export type FicheNommee = {
  titre: string
  structureNom: string
  siret: string | null
  commune: string
  pays: string
  ville: string
  partenaire: string
  dateDebut: Jour | null
  dateFin: Jour | null
  nbJeunes: number | null
  coutTotalCents: bigint | null
  montantSouhaiteCents: bigint | null
  projetDu: Jour | null
  projetAu: Jour | null
  echeanceDepot: Jour | null
  ageMin: number | null
  ageMax: number | null
}

const INSECABLE = '\u00a0'

export function valeursDe(fiche: FicheNommee): Valeurs {
  const jour = (un: Jour | null) => (un ? `le ${formatJourLong(un).replace(/ /g, INSECABLE)}` : undefined)
  const montant = (cents: bigint | null) => (cents === null ? undefined : formatMontant(cents))
  const age = (ans: number | null) => (ans === null ? undefined : `${ans}${INSECABLE}ans`)
  const valeurs: Record<Variable, string | undefined> = {
    titre: fiche.titre.trim() && `«${INSECABLE}${fiche.titre.trim()}${INSECABLE}»`,
    structure: fiche.structureNom,
    siret: fiche.siret ?? undefined,
    commune: fiche.commune,
    pays: fiche.pays,
    ville: fiche.ville,
    partenaire: fiche.partenaire,
    dateDebut: jour(fiche.dateDebut),
    dateFin: jour(fiche.dateFin),
    nbJeunes: fiche.nbJeunes === null ? undefined : String(fiche.nbJeunes),
    coutTotal: montant(fiche.coutTotalCents),
    montantSouhaite: montant(fiche.montantSouhaiteCents),
    projetDu: jour(fiche.projetDu),
    projetAu: jour(fiche.projetAu),
    echeanceDepot: jour(fiche.echeanceDepot),
    ageMin: age(fiche.ageMin),
    ageMax: age(fiche.ageMax),
  }
  return Object.fromEntries(Object.entries(valeurs).filter(([, valeur]) => valeur))
}
