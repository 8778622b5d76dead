import type {
  AutreFicheReconnue,
  Connus,
  CourrielARanger,
  FicheARanger,
  Fil,
  NatureReconnue,
} from '#domain/courriel-recu/connus'
import { versionDe } from '#domain/courriel-recu/version-de-fiche'
import { compter } from '#domain/nombre'
import type { FicheLue } from '#domain/pre-projet/fiche'
import { similarite, TITRES_PAREILS } from '#domain/ressemblance'
import { plier } from '#domain/texte'

type Contexte = { fil: Fil; connus: Connus }

/**
 * What a mail is by the fiches it carries, the first one and each of the others. In a conversation about one fiche, a fiche alone in its mail
 * is a version of it; where either has several, the title says which is which.
 */
export function natureDesFiches(courriel: CourrielARanger, fiche: FicheLue, { fil, connus }: Contexte): NatureReconnue {
  const { ficheCitee: citee, campagneCode, autresFiches } = courriel
  const reconnue = (lue: FicheARanger) => versionDe(courriel, lue, { fil: filDeLaFiche(lue.fiche), connus })
  const plusieurs = autresFiches.length > 0 || fil.autres.length > 0
  const filDeLaFiche = (lue: FicheLue): Fil =>
    plusieurs ? { ...fil, preProjetId: laPlusProche(lue, [fil.preProjetId ?? '', ...fil.autres], connus) } : fil
  const premiere = reconnue({ fiche, citee, campagneCode })
  const prises = new Set('preProjetId' in premiere ? [premiere.preProjetId] : [])
  const autres = autresFiches.flatMap((lue, rang): AutreFicheReconnue[] => {
    const autre = reconnue(lue)
    if (autre.nature !== 'NOUVELLE_VERSION') return autre.nature === 'FICHE' ? [{ rang, reconnue: autre }] : []
    // Two projects of one mail are never one: the second that looks like a known fiche is new.
    if (prises.has(autre.preProjetId)) return [{ rang, reconnue: { nature: 'FICHE', motif: autre.motif } }]
    prises.add(autre.preProjetId)
    return [{ rang, reconnue: autre }]
  })
  return autres.length === 0
    ? premiere
    : { ...premiere, autres, motif: `${premiere.motif} ${phrase(courriel, autres)}` }
}

/** Of these fiches, the one that has this title or the nearest to it; null when none is near. */
function laPlusProche({ champs }: FicheLue, ids: readonly string[], { fiches }: Connus): string | null {
  const titre = plier(champs.titre?.valeur ?? '')
  const notees = fiches
    .filter(({ preProjetId }) => ids.includes(preProjetId))
    .map(({ preProjetId, titrePlie }) => ({ preProjetId, note: similarite(titre, titrePlie) }))
    .filter(({ note }) => note >= TITRES_PAREILS)
    .sort((a, b) => b.note - a.note)
  return notees[0]?.preProjetId ?? null
}

function phrase({ autresFiches }: CourrielARanger, autres: readonly AutreFicheReconnue[]): string {
  const titres = autres.map(({ rang }) => `«\u00a0${autresFiches[rang]?.fiche.champs.titre?.valeur ?? ''}\u00a0»`)
  return `Le message porte aussi ${compter(titres.length, 'autre fiche', 'autres fiches')}\u00a0: ${titres.join(', ')}.`
}
