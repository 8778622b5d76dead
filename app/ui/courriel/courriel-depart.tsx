import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { attendSonHeure, estLie } from '#domain/courriel/depart'
import type { EtatCourriel } from '#domain/courriel/courriel'
import { pourSaisie } from '#domain/temps/instant'
import { LIBELLE_REFUS_DEPART, phraseDepart } from '#libelles/courriel/courriel'
import { Retour } from '#ui/kit/acte/retour'
import { ChampDateDiffere } from '#ui/kit/date/champ-date-differe'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type CourrielAuDepart = {
  id: string
  version: number
  sujet: string
  modele: string
  etat: EtatCourriel
  partirLe: Date | null
  tentatives: number
}

/** When a courriel that waits for its hour leaves, and what may still be done of it; nothing for any other. */
export function CourrielDepart({ courriel, peut }: { courriel: CourrielAuDepart; peut: boolean }) {
  const [deplace, setDeplace] = useState(false)
  const { id, version, sujet, partirLe } = courriel
  const envoi = useEnvoi({ nom: 'depart', objet: id })
  if (!attendSonHeure(courriel) || !partirLe) return null
  const busy = envoi.state !== 'idle'
  const nomme = (verbe: string) => `${verbe} «\u00a0${sujet}\u00a0»`
  return (
    <Formulaire envoi={envoi} action={`/courriels/${id}/depart`}>
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5, my: 0.5 }}>
        <span>Ce courriel {phraseDepart(partirLe)}.</span>
        {peut && estLie(courriel) && <span>{LIBELLE_REFUS_DEPART.COURRIEL_LIE}</span>}
        {peut && !estLie(courriel) && !deplace && (
          <>
            <Button
              type="submit"
              name="intent"
              value="annuler"
              size="small"
              variant="outlined"
              disabled={busy}
              aria-label={nomme('Annuler l’envoi de')}
            >
              Annuler l’envoi
            </Button>
            <Button
              type="submit"
              name="intent"
              value="avancer"
              size="small"
              disabled={busy}
              aria-label={nomme('Envoyer maintenant')}
            >
              Envoyer maintenant
            </Button>
            <Button size="small" onClick={() => setDeplace(true)} aria-label={nomme('Changer l’heure de départ de')}>
              Changer l’heure
            </Button>
          </>
        )}
        {deplace && (
          <>
            <ChampDateDiffere
              heure
              name="partirLe"
              label="Nouveau départ (heure de Paris)"
              required
              defaultValue={pourSaisie(partirLe)}
            />
            <Button type="submit" name="intent" value="deplacer" size="small" variant="outlined" disabled={busy}>
              Déplacer le départ
            </Button>
            <Button size="small" onClick={() => setDeplace(false)}>
              Garder cette heure
            </Button>
          </>
        )}
      </Box>
      {peut && !estLie(courriel) && !deplace && (
        <>
          <Retour de="annulerCourriel" verbe="Annuler l’envoi" />
          <Retour de="avancerCourriel" verbe="Envoyer maintenant" />
        </>
      )}
    </Formulaire>
  )
}
