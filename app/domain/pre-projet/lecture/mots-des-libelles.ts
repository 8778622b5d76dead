import { liste } from '#domain/pre-projet/lecture/libelles-sans-champ'
import type { Section } from '#domain/pre-projet/lecture/rubriques'

/** Titles of the parts of a form. */
export const TITRES_DE_SECTION: Record<Section, string[]> = {
  STRUCTURE: liste(`
    structure, identite structure, presentation structure, porteur projet, demandeur, identification,
    identification structure, identification demandeur, identification porteur, association, etablissement,
    collectivite, presentation demandeur, informations structure, renseignements structure, organisme,
    presentation association`),
  CONTACT: liste(`
    contact, referent, coordonnees, coordonnees contact, personne contacter, responsable projet, correspondant,
    coordonnees referent, referent projet, representant legal, personne charge dossier`),
  PROJET: liste(`
    projet, presentation projet, description projet, action, informations projet, renseignements projet, mobilite,
    descriptif projet, sejour`),
  PARTENAIRE: liste(`
    partenaire, partenaire etranger, partenariat, presentation partenaire, structure partenaire, partenaires`),
  BUDGET: liste(`
    budget, financement, budget previsionnel, elements financiers, plan financement, volet financier,
    aspects financiers, donnees financieres, finances`),
}

/** Words that add nothing to a label: `Coût total estimé du projet (en euros)` is `cout total`. */
export const MOTS_NEUTRES = liste(`
  nom, prevu, prevue, previsionnel, previsionnelle, previsible, estime, estimee, estimatif, estimative, envisage,
  envisagee, approximatif, approximative, complet, complete, exact, exacte, precis, precise, total, totale, global,
  globale, concerne, concernee, indicatif, indicative, obligatoire, facultatif, euro, ttc, eur, numero, n, no, num,
  14, chiffre, participant, implique, impliquee, mobilise, beneficiaire, projet, action, sejour, mobilite,
  departement, departementale, departemental, conseil, pas, calais, cd62, mcei, aupres, eventuel, eventuelle,
  principal, principale, officiel, officielle, possible, provisoire, meme, actuel, actuelle, souhaite, souhaitee,
  declare, declaree, prefecture, quelque, ligne, mot, maximum, max, bref, brievement`)

/** Words cut short, and what they stand for. */
export const ABREVIATIONS: Record<string, string> = {
  mt: 'montant',
  mnt: 'montant',
  mtt: 'montant',
  nb: 'nombre',
  nbr: 'nombre',
  nbre: 'nombre',
  nbe: 'nombre',
  subv: 'subvention',
  tel: 'telephone',
  tph: 'telephone',
  asso: 'association',
  assoc: 'association',
  ets: 'etablissement',
  etab: 'etablissement',
  etabl: 'etablissement',
  dept: 'departement',
  dpt: 'departement',
  dep: 'departement',
  resp: 'responsable',
  desc: 'description',
  prev: 'previsionnel',
}

/** Words dropped before anything is compared. */
export const MOTS_VIDES = liste(`
  le, la, les, l, de, du, des, d, un, une, et, ou, a, au, aux, en, pour, par, sur, votre, vos, notre, nos, son, sa,
  ses, leur, leurs, qui, y, compris, via, que, quel, quelle, quels, quelles, est, sont, ce, cette, s, svp, dans`)
