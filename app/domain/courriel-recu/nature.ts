import type { ActionDeRemise } from '#domain/courriel-recu/avis-de-remise'
import { MOTIF_AUTOMATISME, type Automatisme } from '#domain/courriel-recu/automatisme'
import {
  citerNotre,
  type Connus,
  type CourrielARanger,
  type Fil,
  type NatureReconnue,
} from '#domain/courriel-recu/connus'
import { motsDeLExpediteur } from '#domain/courriel-recu/lignes-citees'
import { natureDesFiches } from '#domain/courriel-recu/fiches-du-message'
import { compter } from '#domain/nombre'
import { numerosCites, type Numero } from '#domain/dossier/numero'
import { plier } from '#domain/texte'

/** Says what a mail is. The order matters: a mail seen before is nothing else, and a machine makes no request. */
export function reconnaitre(courriel: CourrielARanger, connus: Connus): NatureReconnue {
  const doublon = doublonDe(courriel, connus)
  if (doublon) return doublon
  const fil = filDe(courriel, connus)
  return { ...natureDans(courriel, fil, connus), reponseA: fil.reponseA }
}

function natureDans(courriel: CourrielARanger, fil: Fil, connus: Connus): NatureReconnue {
  const { ficheIllisible, automatisme } = courriel
  const fiche = ficheIllisible ? null : courriel.fiche
  if (automatisme && fil.remise) return deMachine(automatisme, fil)
  if (automatisme && estUneReponse(automatisme) && (!fiche || courriel.ficheCitee)) return deMachine(automatisme, fil)
  if (fiche) return natureDesFiches(courriel, fiche, { fil, connus })
  const cites = numerosCites(`${courriel.objet}\n${courriel.texte}`)
  const numeros = cites.length === 0 && fil.reponseA?.numero ? [fil.reponseA.numero] : cites
  if (numeros.length > 0 && demandeUneModification(courriel, fil)) {
    return {
      nature: 'DEMANDE_DEVERROUILLAGE',
      numeros,
      motif: `Le message demande à modifier le dossier ${numeros.join(', ')}, déjà déposé.`,
    }
  }
  if (ficheIllisible) return versionIllisible(fil.preProjetId)
  if (courriel.aOuvrir.length > 0 && !fil.reponseA && cites.length === 0) return aOuvrir(courriel.aOuvrir, fil)
  if (automatisme) return deMachine(automatisme, fil)
  return autre(courriel, cites, fil)
}

/** A mailing list carries what people wrote; the other machines only send back what they were sent. */
const estUneReponse = (automatisme: Automatisme): boolean => automatisme !== 'ENVOI_EN_NOMBRE'

const rangee = ({ preProjetId, reponseA }: Fil) => ({ preProjetId, dossierId: reponseA?.dossierId ?? null })

function deMachine(automatisme: Automatisme, fil: Fil): NatureReconnue {
  const dit = fil.reponseA && fil.remise && DIT_DE_REMISE[fil.remise]
  const motif = dit && fil.reponseA ? dit(citerNotre(fil.reponseA)) : MOTIF_AUTOMATISME[automatisme]
  return { nature: 'AUTRE', ...rangee(fil), motif }
}

const PASSE = (notre: string) => `Avis d’un serveur de courrier\u00a0: ${notre} poursuit son chemin.`

/** What a report proved to be about one of our mails says of it. */
const DIT_DE_REMISE: Record<ActionDeRemise, (notre: string) => string> = {
  failed: (notre) => `Avis de non-remise\u00a0: ${notre} n’est pas arrivé à son destinataire.`,
  delayed: (notre) => `Avis de retard\u00a0: ${notre} n’est pas encore arrivé à son destinataire.`,
  delivered: (notre) => `Avis de remise\u00a0: ${notre} est arrivé au serveur de son destinataire.`,
  relayed: PASSE,
  expanded: PASSE,
}

function doublonDe(
  { messageId, empreinte }: CourrielARanger,
  { messageIds, empreintes }: Connus,
): NatureReconnue | null {
  if (messageIds.has(messageId)) {
    return {
      nature: 'DOUBLON',
      preProjetId: messageIds.get(messageId) ?? null,
      motif: 'Ce message a déjà été reçu\u00a0: il porte le même identifiant.',
    }
  }
  if (empreintes.has(empreinte)) {
    return {
      nature: 'DOUBLON',
      preProjetId: empreintes.get(empreinte) ?? null,
      motif: 'Ce message a déjà été reçu\u00a0: son contenu est exactement le même.',
    }
  }
  return null
}

/** The conversation that this mail answers, the nearest message first; for a notice of non-delivery, the mail it is proved to bring back. */
function filDe(courriel: CourrielARanger, { messageIds, autresFiches, nosCourriels, rendu }: Connus): Fil {
  const { inReplyTo, references } = courriel
  if (rendu)
    return { preProjetId: rendu.courriel.preProjetId, autres: [], reponseA: rendu.courriel, remise: rendu.action }
  const cites = [...(inReplyTo ? [inReplyTo] : []), ...[...references].reverse()]
  const reponseA = cites.map((id) => nosCourriels.get(id)).find((notre) => notre !== undefined) ?? null
  for (const id of cites) {
    const preProjetId = messageIds.get(id) ?? nosCourriels.get(id)?.preProjetId
    if (preProjetId) return { preProjetId, autres: autresFiches.get(id) ?? [], reponseA, remise: null }
  }
  return { preProjetId: null, autres: [], reponseA, remise: null }
}

/** Parts that a sentence names: the first ones, then how many others. */
const NOMMEES = 3

function aOuvrir(parties: readonly string[], { preProjetId }: Fil): NatureReconnue {
  const autres = parties.length - NOMMEES
  const reste = autres > 0 ? ` et ${compter(autres, 'autre')}` : ''
  const motif = `À ouvrir\u00a0: la machine n’a pas lu ${parties.slice(0, NOMMEES).join(', ')}${reste}. Si c’est une fiche, classez le message ainsi et saisissez-la.`
  return { nature: 'ILLISIBLE', preProjetId, motif }
}

const versionIllisible = (fil: string | null): NatureReconnue =>
  fil
    ? {
        nature: 'NOUVELLE_VERSION',
        preProjetId: fil,
        motif:
          'Le message répond à une fiche déjà reçue et en joint une autre, illisible par la machine\u00a0: à saisir à la main.',
      }
    : {
        nature: 'FICHE',
        motif:
          'Le message annonce une fiche pré-projet, mais le document joint est illisible par la machine\u00a0: à saisir à la main.',
      }

/** Words by which an applicant asks for a deposited dossier back (docs/domaine.md § 1.1: only by mail, after Valider). */
const MODIFICATION = new RegExp(
  `\\b(?:${[
    'modifi\\w*|corrig\\w*|correction\\w*|rectifi\\w*|rouvr\\w*|reouv\\w*|dever+ouil\\w*|debloqu\\w*|deblocage|remplac\\w*|erreur\\w*|redepos\\w*',
    'complet(?:er|ions?)|mettre a jour|mise a jour|acces au formulaire|revenir sur|changer|changement',
    '(?:redonn|rend|repren|repass)\\w* (?:\\w+ ){0,2}la main',
    '(?:repass|remett|remis|repasser|remettre|revenir|rebascul|bascul)\\w* (?:\\w+ ){0,8}(?:en cours de saisie|en saisie|en brouillon)',
    'annul\\w* (?:\\w+ ){0,2}(?:validation|depot|transmission|envoi|certification)|invalider|devalid\\w*',
    '(?:suis|sommes|est|etes|ete|etions|avons) trompe\\w*|trompe\\w* (?:de|d|dans|sur)',
    '(?:mauvais|faux|fausse)\\w* (?:rib|iban|budget|montant|document|fichier|piece|version|compte|deliberation)',
    'oublie\\w* (?:de (?:joindre|deposer|mettre|fournir|ajouter)|une? (?:piece|document|annexe|justificatif)|l[ea] (?:budget|rib|deliberation|piece))',
    'r?ajout\\w* (?:\\w+ ){0,2}(?:pieces?|documents?|annexes?|justificatifs?)',
  ].join('|')})\\b`,
)

/** The subject of an answer to one of our mails is ours: only its text asks. */
const demandeUneModification = ({ objet, texte }: CourrielARanger, { reponseA }: Fil): boolean =>
  MODIFICATION.test(plier(`${reponseA ? '' : objet}\n${motsDeLExpediteur(texte)}`))

function autre({ texte, objet }: CourrielARanger, numeros: Numero[], fil: Fil): NatureReconnue {
  const { preProjetId, reponseA } = fil
  const question = /\?/.test(motsDeLExpediteur(texte)) || /\?|question|renseignement/i.test(objet)
  const dit = (motif: string): NatureReconnue => ({ nature: 'AUTRE', ...rangee(fil), numeros, motif })
  if (reponseA) return dit(`Réponse à ${citerNotre(reponseA)}\u00a0: elle est rangée avec lui.`)
  if (numeros.length > 0) return dit(`Le message parle du dossier ${numeros.join(', ')} sans demander à le modifier.`)
  if (preProjetId) return dit('Réponse à un échange sur une fiche déjà reçue, sans nouvelle fiche.')
  return dit(
    question ? 'Question sans fiche pré-projet\u00a0: à répondre.' : 'Aucune fiche pré-projet dans ce message.',
  )
}
