import { type Dispositif, estDispositif } from '#domain/dispositif'
import {
  CHAMPS,
  CHAMPS_ESSENTIELS,
  type Champ,
  type ChampLu,
  type ChampsLus,
  type FicheLue,
  type Source,
} from '#domain/pre-projet/fiche'
import { sansReponse, type ReponsesLues } from '#domain/pre-projet/formulaire'
import { estUnPays } from '#domain/pre-projet/lecture/lieu'

/** A fiche filled on line: the campagne it was sent for, and what was answered. */
export type FicheDeposee = { dispositif: Dispositif; annee: number; reponses: ReponsesLues }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Reads what is kept beside a mail; null for a mail that brought its fiche by itself. */
export function lireDeposee(json: unknown): FicheDeposee | null {
  if (!isObject(json) || !isObject(json['reponses'])) return null
  const { dispositif, annee, reponses: gardees } = json
  if (!estDispositif(dispositif) || typeof annee !== 'number') return null
  const reponses: ReponsesLues = sansReponse()
  for (const champ of CHAMPS) {
    const valeur = gardees[champ]
    reponses[champ] = typeof valeur === 'string' && valeur !== '' ? valeur : null
  }
  return { dispositif, annee, reponses }
}

const valeurDe = (champ: Champ, texte: string): string | number | bigint => {
  if (champ === 'nbJeunes') return Number(texte)
  return champ === 'coutTotal' || champ === 'montantSouhaite' ? BigInt(texte) : texte
}

/**
 * The fiche of what was answered on line, which nobody has to guess: only a country that is none stays to be looked at. `lue` is the same
 * fiche read in its document: where each answer stands there. `mots` says an answer as the document does.
 */
export function ficheDeReponses(
  reponses: ReponsesLues,
  lue: FicheLue | null,
  mots: (champ: Champ, valeur: string) => string,
): FicheLue {
  const champs: Partial<Record<Champ, ChampLu<string | number | bigint>>> = {}
  for (const champ of CHAMPS) {
    const reponse = reponses[champ]
    if (reponse === null) continue
    const dit = champ === 'genre' ? mots(champ, reponse) : reponse
    const doute = champ === 'pays' && !estUnPays(reponse)
    const source: Source = lue?.champs[champ]?.source ?? { fichier: '', endroit: '' }
    champs[champ] = {
      valeur: valeurDe(champ, dit),
      texteLu: mots(champ, reponse),
      source,
      ...(doute ? { confiance: 'DOUTEUX', doute: 'PAYS_INCONNU' } : { confiance: 'CERTAIN' }),
    }
  }
  const essentiels: readonly Champ[] = CHAMPS_ESSENTIELS
  return {
    champs: champs as ChampsLus,
    nonReconnues: [],
    aRelire: CHAMPS.filter((champ) =>
      champs[champ] ? champs[champ].confiance === 'DOUTEUX' : essentiels.includes(champ),
    ),
  }
}
