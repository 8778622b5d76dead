import {
  citerNotre,
  type Connus,
  type CourrielARanger,
  type FicheARanger,
  type FicheConnue,
  type Fil,
  type NatureReconnue,
  type NotreCourriel,
} from '#domain/courriel-recu/connus'
import { motsDeLExpediteur } from '#domain/courriel-recu/lignes-citees'
import { compter } from '#domain/nombre'
import type { ChampsEnregistres } from '#domain/pre-projet/champs'
import { CHAMPS, type Champ, countLus, type FicheLue } from '#domain/pre-projet/fiche'
import { plier } from '#domain/texte'

/** A fiche in a mail: of a project we know, and then another version of it, or of one we do not. `fil` is the conversation that carries it. */
export function versionDe(
  courriel: CourrielARanger,
  { fiche, citee, campagneCode }: FicheARanger,
  { fil: duMessage, connus }: { fil: Fil; connus: Connus },
): NatureReconnue {
  const { preProjetId: fil, reponseA } = duMessage
  const { fiches } = connus
  const duFil = fil ? fiches.find(({ preProjetId }) => preProjetId === fil) : undefined
  if (fil && !(duFil && estUnAutreProjet(fiche, duFil))) {
    if (citee) return versionCitee(courriel, fiche, { preProjetId: fil, connue: duFil, reponseA })
    return {
      nature: 'NOUVELLE_VERSION',
      preProjetId: fil,
      motif: reponseA
        ? `Le message répond à ${citerNotre(reponseA)} et porte une fiche\u00a0: c’est une nouvelle version.`
        : 'Le message répond à celui qui portait la première fiche\u00a0: c’est une nouvelle version.',
    }
  }
  const semblable = fiches.find(
    (connue) =>
      memeCampagne(connue.campagneCode, campagneCode) && memeStructure(fiche, connue) && memeTitre(fiche, connue),
  )
  if (semblable) {
    const { preProjetId } = semblable
    if (citee) return versionCitee(courriel, fiche, { preProjetId, connue: semblable, reponseA })
    return {
      nature: 'NOUVELLE_VERSION',
      preProjetId,
      motif: 'La même structure a déjà envoyé une fiche pour ce projet\u00a0: c’est une nouvelle version.',
    }
  }
  if (citee && estUneReponse(courriel))
    return {
      nature: 'AUTRE',
      preProjetId: null,
      dossierId: reponseA?.dossierId ?? null,
      motif: 'Réponse qui cite une fiche que nous n’avons pas reçue\u00a0: si c’en est une nouvelle, classez-la ainsi.',
    }
  return {
    nature: 'FICHE',
    motif: `Fiche pré-projet reconnue\u00a0: ${compter(countLus(fiche), 'champ lu', 'champs lus')}.`,
  }
}

/** A person who answers speaks for themselves; one who passes on lets the quoted words speak. */
const estUneReponse = ({ objet, texte }: CourrielARanger): boolean =>
  /^(?:re|rep|aw|antw)\s*(?:\[\d+\]\s*)?:/iu.test(objet.normalize('NFD').replace(/\p{M}/gu, '').trim()) &&
  motsDeLExpediteur(texte) !== ''

type Citation = { preProjetId: string; connue: FicheConnue | undefined; reponseA: NotreCourriel | null }

/**
 * What a mail quotes is not what it says. A quoted fiche that we know is another version only when a person wrote above it, when it says
 * something that no version of it said, and when no answer was given yet: else the mail goes with the fiche, and its reason says what an
 * officer may make of it.
 */
function versionCitee(
  { texte }: CourrielARanger,
  fiche: FicheLue,
  { preProjetId, connue, reponseA }: Citation,
): NatureReconnue {
  const autres = champsQuiDifferent(fiche, connue?.versions ?? []).length
  const range = { nature: 'AUTRE', preProjetId, dossierId: reponseA?.dossierId ?? null } as const
  if (autres === 0) return { ...range, motif: 'Le message cite une fiche déjà reçue, sans rien y changer.' }
  const dit = `Le message cite une fiche déjà reçue avec ${compter(autres, 'valeur différente', 'valeurs différentes')}`
  if (connue?.etat === 'A_TRAITER' && motsDeLExpediteur(texte) !== '')
    return { nature: 'NOUVELLE_VERSION', preProjetId, motif: `${dit}\u00a0: c’est une nouvelle version.` }
  const pourquoi = connue?.etat === 'A_TRAITER' ? 'sans un mot de son expéditeur' : 'et vous y avez déjà répondu'
  return { ...range, motif: `${dit}, ${pourquoi}\u00a0: si c’est une nouvelle version, classez-le ainsi.` }
}

/** Texts in which the words around a quotation may be caught: they tell no version from another. */
const TEXTES_LIBRES: readonly Champ[] = ['description', 'autresFinanceurs']

/** The fields of which this fiche says, without doubt, what no version says. */
function champsQuiDifferent({ champs }: FicheLue, versions: readonly ChampsEnregistres[]): Champ[] {
  return CHAMPS.filter((champ) => {
    const lu = champs[champ]
    if (TEXTES_LIBRES.includes(champ) || !lu || lu.valeur === null || lu.confiance !== 'CERTAIN') return false
    const valeur = plier(String(lu.valeur))
    return !versions.some((version) =>
      [version[champ]?.valeur, version[champ]?.valeurLue].some((dite) => dite != null && plier(dite) === valeur),
    )
  })
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
