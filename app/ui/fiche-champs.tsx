import { Box, Button, Typography } from '@mui/material'
import { useFetcher, useFetchers } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { ChampEnregistre, ChampsEnregistres } from '#domain/pre-projet/champs'
import { CHAMPS, type Champ } from '#domain/pre-projet/fiche'
import { PARTIES_FICHE } from '#libelles/fiche'
import { FicheChamp } from '#ui/fiche-champ'

type Props = {
  champs: ChampsEnregistres
  aRelire: Champ[]
  surs: Champ[]
  version: number
  peut: boolean
  onRegarder: (garde: ChampEnregistre | undefined) => void
}

const inputDe = (racine: HTMLElement | null, champ: Champ | undefined) =>
  champ && racine?.querySelector<HTMLElement>(`#champ-${champ} input:not([type=hidden]), #champ-${champ} textarea`)

/** Every field of the fiche, part by part. The first one still to be read has the focus; a confirmed one hands it to the next. */
export function FicheChamps({ champs, aRelire, surs, version, peut, onRegarder }: Props) {
  const racine = useRef<HTMLElement>(null)
  const occupe = useFetchers().some(({ state }) => state !== 'idle')
  const premier = useRef(peut ? aRelire[0] : undefined)
  useEffect(() => inputDe(racine.current, premier.current)?.focus({ preventScroll: true }), [])
  const suivant = (confirme: Champ) => {
    const reste = aRelire.filter((champ) => champ !== confirme)
    const rang = CHAMPS.indexOf(confirme)
    inputDe(racine.current, reste.find((champ) => CHAMPS.indexOf(champ) > rang) ?? reste[0])?.focus()
  }
  return (
    <Box component="section" aria-labelledby="titre-champs" ref={racine}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="h2" id="titre-champs">
          Ce que dit la fiche
        </Typography>
        {peut && surs.length > 0 && <ConfirmerSurs nombre={surs.length} version={version} occupe={occupe} />}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {aRelire.length === 0
          ? 'Plus rien à relire.'
          : `${aRelire.length} champ${aRelire.length > 1 ? 's' : ''} à relire. La touche Entrée confirme et passe au suivant.`}
      </Typography>
      {PARTIES_FICHE.map(({ titre, champs: noms }) => (
        <Box key={titre} sx={{ mb: 3 }}>
          <Typography variant="h3" sx={{ mb: 1.5, pb: 0.5, borderBottom: 1, borderColor: 'divider' }}>
            {titre}
          </Typography>
          <Box sx={{ display: 'grid', gap: 2 }}>
            {noms.map((champ) => (
              <FicheChamp
                key={champ}
                {...{ champ, version, peut, occupe, onRegarder }}
                garde={champs[champ]}
                aRelire={aRelire.includes(champ)}
                onConfirme={suivant}
              />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

function ConfirmerSurs({ nombre, version, occupe }: { nombre: number; version: number; occupe: boolean }) {
  const fetcher = useFetcher()
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="version" value={version} />
      <Button type="submit" name="intent" value="confirmerSurs" size="small" variant="outlined" disabled={occupe}>
        {nombre === 1 ? 'Confirmer le champ sûr' : `Confirmer les ${nombre} champs sûrs`}
      </Button>
    </fetcher.Form>
  )
}
