import type { DecisionDite, ModeleDeDecision } from '#emails/courriel-de-dossier'
import type { FaitsDeLettre } from '#emails/lettre-de-decision'
import { donnees } from './donnees'

/** What a letter of this decision is made from. */
export const faitsDeLettre = (dite: DecisionDite, change: Partial<FaitsDeLettre> = {}): FaitsDeLettre => ({
  dite,
  le: '2025-09-02',
  destinataire: {
    nom: 'COMITE DE JUMELAGE DE MERICOURT',
    aLAttention: 'Nadia Kowalski',
    adresse: '12 rue de la Mairie',
    codePostal: '62680',
    commune: 'MERICOURT',
  },
  signataire: { ...dite.donnees.signature, prenom: 'Jeanne', nom: 'Martin', qualite: 'directrice, par délégation' },
  montantDemandeCents: 3_000_000n,
  saisine: 'CITOYENS',
  ajouts: { accord: [], refus: [] },
  ...change,
})

/** The decision of this modele, as its mail tells it in the tests of mails. */
export const dite = <M extends ModeleDeDecision>(modele: M): DecisionDite<M> => ({ modele, donnees: donnees[modele] })
