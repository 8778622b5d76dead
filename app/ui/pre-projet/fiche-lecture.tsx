import { Box } from '@mui/material'
import type { ChampEnregistre } from '#domain/pre-projet/champs'
import type { Champ } from '#domain/pre-projet/fiche'
import type { Verification } from '#domain/pre-projet/verifications'
import { plier } from '#domain/texte'
import { phraseSource, phraseVerification, valeurEnMots, valeurEnSaisie } from '#libelles/pre-projet/fiche'
import { LIBELLE_DOUTE } from '#libelles/pre-projet/fiche-lue'
import { formatInstant } from '#libelles/temps'
import { Etiquette } from '#ui/kit/icone/etiquette'

type Props = {
  champ: Champ
  garde: ChampEnregistre | undefined
  aRelire: boolean
  /** What is to be looked at about this field. */
  alertes: Verification[]
}

const serrer = (texte: string) => plier(texte).replace(/ /g, '')

/** The words read say no more than the value beside them. */
const seLitPareil = (lu: string, valeur: string) => serrer(lu) === serrer(valeur)

function phraseDoute(garde: ChampEnregistre | undefined): string {
  if (!garde) return 'La fiche ne le dit pas\u00a0: à saisir, ou à confirmer vide.'
  return garde.doute ? LIBELLE_DOUTE[garde.doute] : 'À vérifier.'
}

/** How sure a value that is not to be read again is: who confirmed it and what the fiche said instead, that it was read without doubt, or not at all. */
export function phraseCertitude(champ: Champ, garde: ChampEnregistre | undefined): string {
  if (!garde?.confirme) return garde ? 'Lecture sûre.' : 'La fiche ne le dit pas.'
  const avant = garde.valeurLue ?? null
  const disait = avant === null ? '' : ` La fiche disait\u00a0: ${valeurEnMots(champ, avant)}.`
  return `Confirmé par ${garde.confirme.par} le ${formatInstant(new Date(garde.confirme.le))}.${disait}`
}

/** How the value of a field came to be there: the doubt, who confirmed it, the words and the place, and what contradicts it. */
export function FicheLecture({ champ, garde, aRelire, alertes }: Props) {
  const lus =
    garde?.texteLu && !seLitPareil(garde.texteLu, valeurEnSaisie(champ, garde.valeur))
      ? `«\u00a0${garde.texteLu.slice(0, 160)}\u00a0»`
      : ''
  return (
    <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', mt: 0.25, overflowWrap: 'anywhere' }}>
      <div id={`lecture-${champ}`}>
        {aRelire && (
          <div>
            <Etiquette icone="error" ton="incomplet">
              {phraseDoute(garde)}
            </Etiquette>
          </div>
        )}
        {alertes.map((alerte) => (
          <div key={alerte.sujet}>
            <Etiquette icone="warning" ton="alerte">
              {phraseVerification(alerte)}
            </Etiquette>
          </div>
        ))}
        {garde?.confirme ? (
          <Box component="span" sx={{ mr: 1 }}>
            <Etiquette icone="task-alt" ton="accorde">
              {phraseCertitude(champ, garde)}
            </Etiquette>
          </Box>
        ) : (
          garde && !aRelire && 'Lecture sûre. '
        )}
        {lus && (
          <Box component="span" sx={{ mr: 1 }}>
            Lu{'\u00a0'}: {lus}
          </Box>
        )}
      </div>
      {garde?.source && <div>{phraseSource(garde)}</div>}
    </Box>
  )
}
