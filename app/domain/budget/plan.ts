import type { Cote } from '#domain/budget/budget'

/** A line of the chart; an empty code where it is known by its words. */
export type LigneDuPlan = { code: string; libelle: string }

/** A group of the chart and its details; without any, the amount is that of the group itself. */
export type GroupeDuPlan = LigneDuPlan & { details: readonly LigneDuPlan[] }

/** One side of the chart: what its total adds up, and the contributions in nature, which stand apart. */
export type PlanDuCote = { groupes: readonly GroupeDuPlan[]; nature: GroupeDuPlan }

const groupe = (code: string, libelle: string, details: readonly (readonly [string, string])[] = []): GroupeDuPlan => ({
  code,
  libelle,
  details: details.map(([un, dit]) => ({ code: un, libelle: dit })),
})

/** What is asked of the Département: the one line whose amount the form says too (B04). */
export const LIGNE_DU_DEPARTEMENT: LigneDuPlan = { code: '74dep', libelle: 'Département du Pas-de-Calais' }

/** The chart of the lines of a project's budget (docs/domaine.md § 4.1), in its order. */
export const PLAN_DU_BUDGET: Record<Cote, PlanDuCote> = {
  CHARGES: {
    groupes: [
      groupe('60', 'Achats', [
        ['602', 'Achats de matières et de fournitures'],
        ['604', 'Prestations de services'],
        ['60x', 'Autres fournitures'],
      ]),
      groupe('61', 'Services extérieurs', [
        ['613', 'Locations'],
        ['615', 'Entretien et réparation'],
        ['616', 'Assurance'],
        ['618', 'Documentation'],
      ]),
      groupe('62', 'Autres services extérieurs', [
        ['622', 'Rémunérations d’intermédiaires et honoraires'],
        ['623', 'Publicité, publication'],
        ['625', 'Déplacements, missions'],
        ['62x', 'Services bancaires, autres'],
      ]),
      groupe('63', 'Impôts et taxes', [
        ['631', 'Impôts et taxes sur rémunération'],
        ['635', 'Autres impôts et taxes'],
      ]),
      groupe('64', 'Charges de personnel', [
        ['641', 'Rémunération des personnels'],
        ['645', 'Charges sociales'],
        ['647', 'Autres charges de personnel'],
      ]),
      groupe('65', 'Autres charges de gestion courante'),
      groupe('66', 'Charges financières'),
      groupe('67', 'Charges exceptionnelles'),
      groupe('68', 'Dotation aux amortissements'),
      groupe('69', 'Impôt sur les bénéfices, participation'),
      groupe('', 'Charges indirectes affectées à l’action', [
        ['', 'Charges fixes de fonctionnement'],
        ['', 'Frais financiers'],
        ['', 'Autres charges indirectes affectées'],
      ]),
    ],
    nature: groupe('86', 'Emplois des contributions volontaires en nature', [
      ['860', 'Secours en nature'],
      ['861', 'Mise à disposition gratuite de biens et services'],
      ['862', 'Prestations'],
      ['864', 'Personnel bénévole'],
    ]),
  },
  PRODUITS: {
    groupes: [
      groupe('70', 'Vente de produits finis, de marchandises, prestations de services', [
        ['701', 'Ventes de produits et de marchandises'],
        ['706', 'Participation des familles et des jeunes'],
      ]),
      groupe('73', 'Dotations et produits de tarification'),
      groupe('74', 'Subventions d’exploitation', [
        ['74etat', 'État'],
        ['74region', 'Région'],
        [LIGNE_DU_DEPARTEMENT.code, LIGNE_DU_DEPARTEMENT.libelle],
        ['74epci', 'Intercommunalité'],
        ['74com', 'Commune'],
        ['74orgasoc', 'Organismes sociaux'],
        ['74fe', 'Fonds européens'],
        ['74agenceserv', 'Agence de services et de paiement (emplois aidés)'],
        ['74x', 'Autres établissements publics'],
        ['74aidespriv', 'Aides privées'],
      ]),
      groupe('75', 'Autres produits de gestion courante', [
        ['756', 'Cotisations'],
        ['758', 'Dons manuels, mécénat'],
        ['750', 'Autres'],
      ]),
      groupe('76', 'Produits financiers'),
      groupe('77', 'Produits exceptionnels'),
      groupe('78', 'Reprises sur amortissements et provisions, report de ressources'),
      groupe('79', 'Transfert de charges'),
      groupe('', 'Ressources propres affectées au projet', [
        ['', 'Part d’autofinancement (insuffisance prévisionnelle)'],
      ]),
    ],
    nature: groupe('87', 'Contributions volontaires en nature', [
      ['870', 'Bénévolat'],
      ['871', 'Prestations en nature'],
      ['875', 'Dons en nature'],
    ]),
  },
}

/** The subventions of the chart: each has a funder and a state (B11). */
export const SUBVENTIONS_DU_PLAN: readonly LigneDuPlan[] =
  PLAN_DU_BUDGET.PRODUITS.groupes.find(({ code }) => code === '74')?.details ?? []
