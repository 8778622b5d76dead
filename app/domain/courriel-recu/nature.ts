import { MOTIF_AUTOMATISME, type Automatisme } from '#domain/courriel-recu/automatisme'
import { numerosCites, type Numero } from '#domain/dossier/numero'
import { countLus, type FicheLue } from '#domain/pre-projet/fiche'
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

/** What was received before. Each mail leads to the pré-projet it made, or to null. */
export type Connus = {
  messageIds: ReadonlyMap<string, string | null>
  empreintes: ReadonlyMap<string, string | null>
  fiches: readonly FicheConnue[]
}

/** What a received mail is for the MCEI (contract.md, `importer-courriels`), with its reason as a sentence for the officer. */
export type NatureReconnue =
  | { nature: 'FICHE'; motif: string }
  | { nature: 'NOUVELLE_VERSION'; preProjetId: string; motif: string }
  | { nature: 'DOUBLON'; preProjetId: string | null; motif: string }
  | { nature: 'DEMANDE_DEVERROUILLAGE'; numeros: Numero[]; motif: string }
  | { nature: 'AUTRE'; preProjetId: string | null; motif: string }

/** Says what a mail is. The order matters: a mail seen before is nothing else, and a machine makes no request. */
export function reconnaitre(courriel: CourrielARanger, connus: Connus): NatureReconnue {
  const doublon = doublonDe(courriel, connus)
  if (doublon) return doublon
  const { ficheIllisible, automatisme } = courriel
  const fiche = ficheIllisible ? null : courriel.fiche
  const fil = filDe(courriel, connus)
  if (automatisme && !fiche) return { nature: 'AUTRE', preProjetId: fil, motif: MOTIF_AUTOMATISME[automatisme] }
  if (fiche) return versionDe(courriel, fiche, fil, connus)
  const numeros = numerosCites(`${courriel.objet}\n${courriel.texte}`)
  if (numeros.length > 0 && demandeUneModification(courriel)) {
    return {
      nature: 'DEMANDE_DEVERROUILLAGE',
      numeros,
      motif: `Le message demande à modifier le dossier ${numeros.join(', ')}, déjà déposé.`,
    }
  }
  if (ficheIllisible) return versionIllisible(fil)
  return autre(courriel, numeros, fil)
}

function doublonDe(
  { messageId, empreinte }: CourrielARanger,
  { messageIds, empreintes }: Connus,
): NatureReconnue | null {
  if (messageIds.has(messageId)) {
    return {
      nature: 'DOUBLON',
      preProjetId: messageIds.get(messageId) ?? null,
      motif: 'Ce message a déjà été reçu\u00A0: il porte le même identifiant.',
    }
  }
  if (empreintes.has(empreinte)) {
    return {
      nature: 'DOUBLON',
      preProjetId: empreintes.get(empreinte) ?? null,
      motif: 'Ce message a déjà été reçu\u00A0: son contenu est exactement le même.',
    }
  }
  return null
}

/** The pré-projet of the conversation that this mail answers, the nearest message first. */
function filDe({ inReplyTo, references }: CourrielARanger, { messageIds }: Connus): string | null {
  const cites = [...(inReplyTo ? [inReplyTo] : []), ...[...references].reverse()]
  for (const id of cites) {
    const preProjetId = messageIds.get(id)
    if (preProjetId) return preProjetId
  }
  return null
}

function versionDe(
  { campagneCode }: CourrielARanger,
  fiche: FicheLue,
  fil: string | null,
  { fiches }: Connus,
): NatureReconnue {
  const duFil = fil ? fiches.find(({ preProjetId }) => preProjetId === fil) : undefined
  if (fil && !(duFil && estUnAutreProjet(fiche, duFil))) {
    return {
      nature: 'NOUVELLE_VERSION',
      preProjetId: fil,
      motif: 'Le message répond à celui qui portait la première fiche\u00A0: c’est une nouvelle version.',
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
      motif: 'La même structure a déjà envoyé une fiche pour ce projet\u00A0: c’est une nouvelle version.',
    }
  }
  return { nature: 'FICHE', motif: `Fiche pré-projet reconnue\u00A0: ${countLus(fiche)} champs lus.` }
}

const versionIllisible = (fil: string | null): NatureReconnue =>
  fil
    ? {
        nature: 'NOUVELLE_VERSION',
        preProjetId: fil,
        motif:
          'Le message répond à une fiche déjà reçue et en joint une autre, illisible par la machine\u00A0: à saisir à la main.',
      }
    : {
        nature: 'FICHE',
        motif:
          'Le message annonce une fiche pré-projet, mais le document joint est illisible par la machine\u00A0: à saisir à la main.',
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

/** Words by which an applicant asks for a deposited dossier back (domain.md § 1.1: only by mail, after Valider). */
const MODIFICATION =
  /\b(?:modifi\w*|corrig\w*|correction\w*|rectifi\w*|rouvr\w*|reouv\w*|reouverture|deverrouill\w*|debloqu\w*|deblocage|remplac\w*|erreur\w*|redepos\w*|complet(?:er|ions?)|mettre a jour|mise a jour|acces au formulaire|revenir sur|changer|changement)\b/

const demandeUneModification = ({ objet, texte }: CourrielARanger): boolean =>
  MODIFICATION.test(plier(`${objet}\n${sansCitation(texte)}`))

/** The words of the sender, without the message answered to. */
const sansCitation = (texte: string): string =>
  (texte.split(/^(?:-{3,} ?(?:message|original)|_{10,}|le .{5,120} a [eé]crit\s*:)/imu)[0] ?? '')
    .split('\n')
    .filter((ligne) => !ligne.startsWith('>'))
    .join('\n')

function autre({ texte, objet }: CourrielARanger, numeros: Numero[], fil: string | null): NatureReconnue {
  if (numeros.length > 0)
    return {
      nature: 'AUTRE',
      preProjetId: fil,
      motif: `Le message parle du dossier ${numeros.join(', ')} sans demander à le modifier.`,
    }
  if (fil)
    return {
      nature: 'AUTRE',
      preProjetId: fil,
      motif: 'Réponse à un échange sur une fiche déjà reçue, sans nouvelle fiche.',
    }
  const question = /\?/.test(sansCitation(texte)) || /\?|question|renseignement/i.test(objet)
  return {
    nature: 'AUTRE',
    preProjetId: null,
    motif: question ? 'Question sans fiche pré-projet\u00A0: à répondre.' : 'Aucune fiche pré-projet dans ce message.',
  }
}
