import { compter } from '#domain/nombre'
import { MOTIF_AUTOMATISME, type Automatisme } from '#domain/courriel-recu/automatisme'
import { motsDeLExpediteur } from '#domain/courriel-recu/lignes-citees'
import { numerosCites, type Numero } from '#domain/dossier/numero'
import { countLus, type FicheLue } from '#domain/pre-projet/fiche'
import { formatJour, type Jour } from '#domain/temps/jour'
import { plier } from '#domain/texte'

/** What is looked at in a mail to say its nature. `fiche` is null when no document of the mail is one. */
export type CourrielARanger = {
  messageId: string
  /** SHA-256 of what the mail says: the same mail sent again under another identifier has the same. */
  empreinte: string
  objet: string
  texte: string
  inReplyTo: string | null
  references: readonly string[]
  /** Identifiers of the messages joined to it: what a notice of non-delivery speaks of. */
  messagesJoints: readonly string[]
  /** Why it was sent by a machine, or null: see {@link automatismeDe}. */
  automatisme: Automatisme | null
  fiche: FicheLue | null
  /** A document that may be a fiche is attached, but nothing could be read in it: `fiche` then says nothing. */
  ficheIllisible: boolean
  campagneCode: string | null
}

export type FicheConnue = {
  preProjetId: string
  siret: string | null
  structurePliee: string
  titrePlie: string
  campagneCode: string | null
}

/** A mail of ours that a received one may answer, with what it was about. */
export type NotreCourriel = {
  id: string
  sujet: string
  ecritLe: Jour
  preProjetId: string | null
  dossierId: string | null
  numero: Numero | null
}

/** What was received before. Each mail leads to the pré-projet it made, or to null. */
export type Connus = {
  messageIds: ReadonlyMap<string, string | null>
  empreintes: ReadonlyMap<string, string | null>
  fiches: readonly FicheConnue[]
  /** Our own mails, by the Message-ID they left under. */
  nosCourriels: ReadonlyMap<string, NotreCourriel>
}

/** What a received mail is for the MCEI (docs/contrat.md, `importer-courriels`), with its reason as a sentence for the officer. */
export type NatureReconnue = { motif: string; reponseA?: NotreCourriel | null } & (
  | { nature: 'FICHE' }
  | { nature: 'NOUVELLE_VERSION'; preProjetId: string }
  | { nature: 'DOUBLON'; preProjetId: string | null }
  | { nature: 'DEMANDE_DEVERROUILLAGE'; numeros: Numero[] }
  | { nature: 'AUTRE'; preProjetId: string | null; dossierId?: string | null; numeros?: Numero[] }
)

/** The conversation a mail belongs to. */
type Fil = { preProjetId: string | null; reponseA: NotreCourriel | null }

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
  if (automatisme && !fiche) return deMachine(automatisme, fil)
  if (fiche) return versionDe(courriel, fiche, fil, connus)
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
  return autre(courriel, cites, fil)
}

const rangee = ({ preProjetId, reponseA }: Fil) => ({ preProjetId, dossierId: reponseA?.dossierId ?? null })

const citer = ({ sujet, ecritLe }: NotreCourriel) => `notre message «\u00a0${sujet}\u00a0» du ${formatJour(ecritLe)}`

function deMachine(automatisme: Automatisme, fil: Fil): NatureReconnue {
  const motif =
    automatisme === 'NON_REMISE' && fil.reponseA
      ? `Avis de non-remise\u00a0: ${citer(fil.reponseA)} n’est pas arrivé à son destinataire.`
      : MOTIF_AUTOMATISME[automatisme]
  return { nature: 'AUTRE', ...rangee(fil), motif }
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

/** The conversation that this mail answers, the nearest message first; for a notice of non-delivery, the mail it brings back. */
function filDe(courriel: CourrielARanger, { messageIds, nosCourriels }: Connus): Fil {
  const { inReplyTo, references, automatisme, messagesJoints } = courriel
  const rendus = automatisme === 'NON_REMISE' ? messagesJoints : []
  const cites = [...rendus, ...(inReplyTo ? [inReplyTo] : []), ...[...references].reverse()]
  const reponseA = cites.map((id) => nosCourriels.get(id)).find((notre) => notre !== undefined) ?? null
  for (const id of cites) {
    const preProjetId = messageIds.get(id) ?? nosCourriels.get(id)?.preProjetId
    if (preProjetId) return { preProjetId, reponseA }
  }
  return { preProjetId: null, reponseA }
}

function versionDe(
  { campagneCode }: CourrielARanger,
  fiche: FicheLue,
  { preProjetId: fil, reponseA }: Fil,
  { fiches }: Connus,
): NatureReconnue {
  const duFil = fil ? fiches.find(({ preProjetId }) => preProjetId === fil) : undefined
  if (fil && !(duFil && estUnAutreProjet(fiche, duFil))) {
    return {
      nature: 'NOUVELLE_VERSION',
      preProjetId: fil,
      motif: reponseA
        ? `Le message répond à ${citer(reponseA)} et porte une fiche\u00a0: c’est une nouvelle version.`
        : 'Le message répond à celui qui portait la première fiche\u00a0: c’est une nouvelle version.',
    }
  }
  const semblable = fiches.find(
    (connue) =>
      memeCampagne(connue.campagneCode, campagneCode) && memeStructure(fiche, connue) && memeTitre(fiche, connue),
  )
  if (semblable) {
    return {
      nature: 'NOUVELLE_VERSION',
      preProjetId: semblable.preProjetId,
      motif: 'La même structure a déjà envoyé une fiche pour ce projet\u00a0: c’est une nouvelle version.',
    }
  }
  return {
    nature: 'FICHE',
    motif: `Fiche pré-projet reconnue\u00a0: ${compter(countLus(fiche), 'champ lu', 'champs lus')}.`,
  }
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

/** A conversation may carry a second project: another body, or another title and another place in the same campagne. */
function estUnAutreProjet(fiche: FicheLue, connue: FicheConnue): boolean {
  const siret = fiche.champs.siret?.valeur
  if (siret && connue.siret && siret !== connue.siret) return !memeStructure(fiche, connue)
  return (
    Boolean(fiche.champs.structure?.valeur) &&
    connue.structurePliee !== '' &&
    !memeStructure(fiche, connue) &&
    !memeTitre(fiche, connue)
  )
}

const memeCampagne = (a: string | null, b: string | null) => a === null || b === null || a === b

const memeStructure = ({ champs }: FicheLue, connue: FicheConnue): boolean =>
  (champs.siret?.valeur != null && champs.siret.valeur === connue.siret) ||
  memeTexte(champs.structure?.valeur, connue.structurePliee)

const memeTitre = ({ champs }: FicheLue, connue: FicheConnue): boolean =>
  memeTexte(champs.titre?.valeur, connue.titrePlie)

const memeTexte = (lu: string | null | undefined, plie: string): boolean =>
  plie !== '' && lu != null && plier(lu) === plie

/** Words by which an applicant asks for a deposited dossier back (docs/domaine.md § 1.1: only by mail, after Valider). */
const MODIFICATION =
  /\b(?:modifi\w*|corrig\w*|correction\w*|rectifi\w*|rouvr\w*|reouv\w*|reouverture|deverrouill\w*|debloqu\w*|deblocage|remplac\w*|erreur\w*|redepos\w*|complet(?:er|ions?)|mettre a jour|mise a jour|acces au formulaire|revenir sur|changer|changement)\b/

/** The subject of an answer to one of our mails is ours: only its text asks. */
const demandeUneModification = ({ objet, texte }: CourrielARanger, { reponseA }: Fil): boolean =>
  MODIFICATION.test(plier(`${reponseA ? '' : objet}\n${motsDeLExpediteur(texte)}`))

function autre({ texte, objet }: CourrielARanger, numeros: Numero[], fil: Fil): NatureReconnue {
  const { preProjetId, reponseA } = fil
  const question = /\?/.test(motsDeLExpediteur(texte)) || /\?|question|renseignement/i.test(objet)
  const dit = (motif: string): NatureReconnue => ({ nature: 'AUTRE', ...rangee(fil), numeros, motif })
  if (reponseA) return dit(`Réponse à ${citer(reponseA)}\u00a0: elle est rangée avec lui.`)
  if (numeros.length > 0) return dit(`Le message parle du dossier ${numeros.join(', ')} sans demander à le modifier.`)
  if (preProjetId) return dit('Réponse à un échange sur une fiche déjà reçue, sans nouvelle fiche.')
  return dit(
    question ? 'Question sans fiche pré-projet\u00a0: à répondre.' : 'Aucune fiche pré-projet dans ce message.',
  )
}
