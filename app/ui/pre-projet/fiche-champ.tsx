import { Box, Button } from '@mui/material'
import { useLocation } from '@remix-run/react'
import type { KeyboardEvent } from 'react'
import { type Forme, formeDe, LONGUEUR_MAX_CHAMP, type ChampEnregistre } from '#domain/pre-projet/champs'
import type { Champ } from '#domain/pre-projet/fiche'
import type { Verification } from '#domain/pre-projet/verifications'
import { valeurEnSaisie } from '#libelles/pre-projet/fiche'
import { LIBELLE_CHAMP } from '#libelles/pre-projet/fiche-lue'
import { useALaReponse } from '#ui/kit/acte/a-la-reponse'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { FicheLecture } from '#ui/pre-projet/fiche-lecture'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { sortDe, useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

const CLAVIERS: Partial<Record<Forme, 'numeric' | 'decimal' | 'email'>> = {
  NOMBRE: 'numeric',
  SIRET: 'numeric',
  CODE_POSTAL: 'numeric',
  MONTANT: 'decimal',
  COURRIEL: 'email',
}

type Props = {
  champ: Champ
  garde: ChampEnregistre | undefined
  aRelire: boolean
  version: number
  /** May this agent confirm. */
  peut: boolean
  alertes: Verification[]
  /** The officer is on this field. */
  onRegarder: (champ: Champ) => void
  /** They ask to see where it was read. */
  onVoir: (champ: Champ) => void
  /** A key sent it: the next one may be looked at before it is answered. */
  onEnvoi: (champ: Champ) => void
  onReponse: (champ: Champ, reponse: { refusee: boolean }) => void
}

/** One field of the fiche: its value to confirm or correct, the words it was read from, where, and how sure. */
export function FicheChamp(props: Props) {
  const { champ, garde, aRelire, version, peut, alertes, onRegarder, onVoir, onEnvoi, onReponse } = props
  const envoi = useEnvoi<Reponse>({ nom: 'champFiche', objet: `${useLocation().pathname}/${champ}` })
  const valeur = valeurEnSaisie(champ, garde?.valeur ?? null)
  const erreur = envoi.state === 'idle' ? erreurDe(envoi.data, 'texte') : undefined
  const id = `champ-${champ}`
  const form = useFoyerDuRefus(envoi.data)
  const forme = formeDe(champ)
  const commun = {
    id: `${id}-texte`,
    name: 'texte',
    label: LIBELLE_CHAMP[champ],
    error: Boolean(erreur),
    helperText: erreur,
    parts: { aideId: `${id}-erreur` },
  }
  useALaReponse(envoi.data ?? undefined, (reponse) => onReponse(champ, { refusee: sortDe(reponse) !== 'FAIT' }))
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) return
    const bouton = event.currentTarget.querySelector<HTMLElement>('[type="submit"]')
    // Held down, it would go on from field to field.
    if (event.key === 'Enter' && event.repeat) event.preventDefault()
    if (event.key === 'Escape') bouton?.focus()
    if (event.key === 'Enter' && event.ctrlKey) bouton?.click()
  }
  return (
    <Formulaire envoi={envoi} id={id} ref={form} onFocus={() => onRegarder(champ)} onKeyDown={onKeyDown}>
      <input type="hidden" name="intent" value="confirmer" />
      <input type="hidden" name="champ" value={champ} />
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        {forme === 'JOUR' ? (
          <ChampDate
            key={`${champ}-${valeur}`}
            {...commun}
            defaultValue={garde?.valeur ?? ''}
            html={{ readOnly: !peut, 'aria-describedby': `lecture-${champ}` }}
          />
        ) : (
          <ChampTexte
            key={`${champ}-${valeur}`}
            {...commun}
            defaultValue={valeur}
            multiline={forme === 'LONG'}
            maxRows={8}
            html={{
              maxLength: LONGUEUR_MAX_CHAMP,
              readOnly: !peut,
              'aria-describedby': `${erreur ? `${id}-erreur ` : ''}lecture-${champ}`,
              inputMode: CLAVIERS[forme],
            }}
            apres={forme === 'MONTANT' && '€'}
          />
        )}
        {peut && (
          <Button
            type="submit"
            variant={aRelire ? 'contained' : 'outlined'}
            aria-describedby={`lecture-${champ}`}
            aria-label={`${garde?.confirme ? 'Corriger' : 'Confirmer'} ${LIBELLE_CHAMP[champ]}`}
            onClick={({ detail }) => detail === 0 && onEnvoi(champ)}
            sx={{ minHeight: 40, flexShrink: 0, width: 104 }}
          >
            {garde?.confirme ? 'Corriger' : 'Confirmer'}
          </Button>
        )}
      </Box>
      <FormErreur reponse={envoi.data} champs={['texte']} />
      <FicheLecture {...{ champ, garde, aRelire, alertes }} onVoir={() => onVoir(champ)} />
    </Formulaire>
  )
}
