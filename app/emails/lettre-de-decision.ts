import { formatMontant, formatPourcent } from '#domain/budget/montant'
import type { Signataire } from '#domain/campagne/reglages'
import type { Saisine } from '#domain/structure/saisine-du-tribunal'
import type { Jour } from '#domain/temps/jour'
import { plier } from '#domain/texte'
import type { DecisionDite } from '#emails/courriel-de-dossier'
import { numeroDe, SALUT, voiesDeRecours } from '#emails/formules'
import type { BlocDeLettre, Lettre, PartieDeLettre, TableauDeLettre } from '#emails/lettre'
import { type Bloc, enLigne, leJour, p } from '#emails/mise-en-page'
import { irrecevabiliteDite, motifDeSansSuite, motifDIrrecevabilite, sansSuiteDit } from '#emails/modeles/cloture'
import {
  accordDit,
  accordPartielDit,
  acompteDe,
  type DonneesAccord,
  motifDAccordPartiel,
  motifDeRefus,
  refusDit,
  suitesDites,
  voteDit,
} from '#emails/modeles/decisions'

/** Where a letter goes: `aLAttention` is the person, `''` where nobody is named. */
export type Destinataire = { nom: string; aLAttention: string; adresse: string; codePostal: string; commune: string }

/** What a letter of decision is made from; nothing in it is looked up. */
export type FaitsDeLettre = {
  dite: DecisionDite
  le: Jour
  destinataire: Destinataire
  /** Who signs it (CRPA L212-1); who answers for it is in the data of the decision. */
  signataire: Signataire
  montantDemandeCents: bigint
  saisine: Saisine
  /** The paragraphs that its campagne adds to a grant and to a refusal on the merits. */
  ajouts: { accord: readonly string[]; refus: readonly string[] }
}

const DEPARTEMENT = 'Département du Pas-de-Calais'

const FORMULE: Bloc = p('Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.')

/** `Arras`, from `62018 Arras Cedex 9` at the end of an address; null where it names no town. */
function villeDe(adresse: string): string | null {
  const mots = enLigne(adresse).split(/[ ,]+/)
  const code = mots.findLastIndex((mot) => /^\d{5}$/.test(mot))
  const apres = mots.slice(code + 1)
  const cedex = apres.findIndex((mot) => mot.toLowerCase() === 'cedex')
  const ville = (cedex === -1 ? apres : apres.slice(0, cedex)).join(' ')
  return code === -1 || ville === '' ? null : ville
}

const lieuEtDate = ({ adresse }: Signataire, le: Jour): string => {
  const ville = villeDe(adresse)
  return ville === null ? `Le ${leJour(le)}` : `${ville}, le ${leJour(le)}`
}

/** A form often gives the body itself as the person: it is named once. */
const personne = ({ nom, aLAttention }: Destinataire): string[] =>
  aLAttention.trim() === '' || plier(aLAttention) === plier(nom) ? [] : [`À l’attention de ${enLigne(aLAttention)}`]

function lignesDAdresse(destinataire: Destinataire): string[] {
  const { nom, adresse, codePostal, commune } = destinataire
  const rue = adresse.split(/\r\n|\r|\n/)
  const lignes = [nom, ...personne(destinataire), ...rue, `${codePostal} ${commune}`]
  return lignes.map(enLigne).filter((ligne) => ligne !== '')
}

/** What was asked, what is granted, and in how many parts it is paid. */
export function montantsDits(donnees: DonneesAccord, montantDemandeCents: bigint): TableauDeLettre {
  const { montantAccordeCents, tauxAcompte } = donnees
  const acompte = acompteDe(donnees)
  const verses =
    acompte === null
      ? [['Versement en une fois', formatMontant(montantAccordeCents)]]
      : [
          [`Acompte (${formatPourcent(tauxAcompte)})`, formatMontant(acompte)],
          ['Solde, après examen du bilan', formatMontant(montantAccordeCents - acompte)],
        ]
  return {
    genre: 'tableau',
    titres: ['Montants', 'En euros'],
    rangees: [
      ['Subvention demandée', formatMontant(montantDemandeCents)],
      ['Subvention accordée', formatMontant(montantAccordeCents)],
      ...verses,
    ],
  }
}

const presents = (blocs: readonly (BlocDeLettre | null)[]): BlocDeLettre[] => blocs.filter((bloc) => bloc !== null)

const ajoutes = (paragraphes: readonly string[]): Bloc[] => paragraphes.map((un) => p(enLigne(un)))

type Accorde = Pick<FaitsDeLettre, 'montantDemandeCents' | 'ajouts'>

const accord = (donnees: DonneesAccord, decision: readonly Bloc[], faits: Accorde): PartieDeLettre[] => [
  {
    titre: null,
    blocs: presents([SALUT, ...decision, voteDit(donnees.deliberation), ...ajoutes(faits.ajouts.accord)]),
  },
  { titre: 'Montants et versement', blocs: [montantsDits(donnees, faits.montantDemandeCents)] },
  { titre: 'Ce qui suit', blocs: [suitesDites(donnees)] },
]

const contact = ({ telephone, courriel }: Signataire): Bloc =>
  p(
    `Pour en parler avec nous, appelez le ${enLigne(telephone).replace(/ /g, '\u00a0')} ou écrivez à ${enLigne(courriel)}.`,
  )

/** The object of the letter and its parts before the signature. Null for a withdrawal, which nobody decides. */
function dire({ dite, ...faits }: FaitsDeLettre): { objet: string; corps: PartieDeLettre[] } | null {
  const { donnees } = dite
  const numero = numeroDe(donnees.numero)
  const refus = (blocs: readonly (BlocDeLettre | null)[]): PartieDeLettre[] => [
    { titre: null, blocs: presents([SALUT, ...blocs, contact(donnees.signature)]) },
  ]
  switch (dite.modele) {
    case 'decision_favorable':
      return {
        objet: `Subvention accordée pour votre demande ${numero}`,
        corps: accord(dite.donnees, [accordDit(dite.donnees)], faits),
      }
    case 'decision_partielle':
      return {
        objet: `Subvention accordée en partie pour votre demande ${numero}`,
        corps: accord(dite.donnees, [accordPartielDit(dite.donnees), ...motifDAccordPartiel(dite.donnees)], faits),
      }
    case 'decision_defavorable':
      return {
        objet: `Réponse à votre demande de subvention ${numero}`,
        corps: refus([
          refusDit(dite.donnees),
          ...motifDeRefus(dite.donnees),
          voteDit(dite.donnees.deliberation),
          ...ajoutes(faits.ajouts.refus),
        ]),
      }
    case 'irrecevabilite':
      return {
        objet: `Votre demande ${numero} n’est pas recevable`,
        corps: refus([irrecevabiliteDite(dite.donnees), ...motifDIrrecevabilite(dite.donnees)]),
      }
    case 'sans_suite':
      return {
        objet: `Classement sans suite de votre demande ${numero}`,
        corps: refus([sansSuiteDit(dite.donnees), ...motifDeSansSuite(dite.donnees)]),
      }
    case 'retrait':
      return null
  }
}

/**
 * The letter of a decision, in the very sentences of its mail: the decision, its vote, what follows, how to contest it. Who follows the demande is
 * named with prénom, nom and qualité (CRPA L111-2), who signs too (L212-1). Null for a withdrawal.
 */
export function lettreDeDecision(faits: FaitsDeLettre): Lettre | null {
  const { dite, le, destinataire, signataire, saisine } = faits
  const dit = dire(faits)
  if (!dit) return null
  const { numero, objet, deposeLe, signature } = dite.donnees
  const suiviPar = [`${signature.prenom} ${signature.nom}`.trim(), signature.qualite].filter(Boolean).join(', ')
  return {
    titre: enLigne(`${dit.objet} – ${DEPARTEMENT}`),
    le,
    expediteur: [DEPARTEMENT, signataire.service, signataire.adresse].map(enLigne).filter(Boolean),
    destinataire: lignesDAdresse(destinataire),
    lieuEtDate: lieuEtDate(signataire, le),
    references: [
      ['Demande', `${numeroDe(numero)}, déposée le ${leJour(deposeLe)}`],
      ['Projet', enLigne(objet)],
      ['Affaire suivie par', enLigne(suiviPar)],
      ['Téléphone', enLigne(signature.telephone)],
      ['Courriel', enLigne(signature.courriel)],
    ],
    objet: dit.objet,
    corps: [...dit.corps, { titre: null, blocs: [FORMULE] }],
    signature: { qualite: enLigne(signataire.qualite), nom: enLigne(`${signataire.prenom} ${signataire.nom}`) },
    suite: [{ titre: 'Voies et délais de recours', blocs: voiesDeRecours(signataire, { saisine }) }],
    pied: [DEPARTEMENT, enLigne(signataire.service)].filter(Boolean).join(' · '),
  }
}
