import { Box, Button, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { compter, formatEntier } from '#domain/nombre'
import type { Selection } from '#ui/bannette/selection'
import { useEnvoi, useLecture } from '#ui/kit/formulaire/envoi'
import { BoutonMenu } from '#ui/kit/menu/bouton-menu'

/** One act on the rows chosen, with what it already knows. */
type Acte = { acte: string; libelle: string; champs: Partial<Record<string, string>> }

/** A lot whose every line would change: its button, and what it does. */
type Pret = { id: string; version: number; verbe: string; dit: string }

type Props = {
  selection: Selection
  actes: readonly Acte[]
  /** Rows of the filter, and how many of them one act takes at most. */
  total: number
  max: number
  /** Gives the ids of the filter: `{ ids }`, under the same parameters as the page. */
  adresseDesIds: string
}

/** Acts that have a button of their own; the others are in a menu. */
const EN_BOUTON = 2

/**
 * What can be done with the rows that are chosen, and how many they are; nothing while none is. An act that would change them all is said and
 * sent from here, any other is looked at on its page.
 */
export function BarreSelection({ selection, actes, total, max, adresseDesIds }: Props) {
  const { ids, choisir } = selection
  const { search } = useLocation()
  const tous = useLecture<{ ids: string[] }>()
  const preparation = useEnvoi<{ pret?: Pret }>({ nom: 'lotActes', objet: 'preparation' })
  const lancement = useEnvoi({ nom: 'lotActes', objet: 'lancement' })
  const [demandes, setDemandes] = useState('')
  const oui = useRef<HTMLButtonElement>(null)
  const estPret = preparation.state === 'idle' && preparation.data?.pret !== undefined
  useEffect(() => {
    if (estPret) oui.current?.focus()
  }, [estPret, demandes])
  const recus = tous.data
  useEffect(() => {
    if (recus) choisir(recus.ids)
  }, [recus, choisir])
  if (ids.size === 0) return null
  const choisis = [...ids].join()
  const pret = demandes === choisis ? preparation.data?.pret : undefined
  const occupe = preparation.state !== 'idle' || lancement.state !== 'idle' || ids.size > max
  const preparer = ({ acte, champs }: Acte) => {
    setDemandes(choisis)
    preparation.submit({ ...champs, acteDeLot: acte, dossiers: choisis }, { action: '/dossiers/lots' })
  }
  const menu = actes.slice(EN_BOUTON).map((acte, rang) => ({ cle: String(rang), texte: acte.libelle, acte }))
  const aPrendre = Math.min(total, max)
  return (
    <Box role="region" aria-label="Dossiers sélectionnés" sx={BARRE}>
      <Typography role="status" variant="body2" sx={{ fontWeight: 600, mr: 1 }}>
        {compter(ids.size, 'dossier sélectionné', 'dossiers sélectionnés')}
      </Typography>
      {pret ? (
        <>
          <Button
            size="small"
            variant="contained"
            ref={oui}
            disabled={occupe}
            onClick={() =>
              lancement.submit({ intent: 'lancer', version: pret.version }, { action: `/dossiers/lots/${pret.id}` })
            }
          >
            {pret.verbe}
          </Button>
          <Typography role="status" variant="body2">
            {pret.dit}
          </Typography>
          <Button size="small" onClick={() => setDemandes('')}>
            Renoncer
          </Button>
        </>
      ) : (
        <>
          {actes.slice(0, EN_BOUTON).map((acte) => (
            <Button
              key={acte.libelle}
              size="small"
              variant="contained"
              disabled={occupe}
              onClick={() => preparer(acte)}
            >
              {acte.libelle}
            </Button>
          ))}
          {menu.length > 0 && (
            <BoutonMenu
              texte="Autres actes"
              choix={menu}
              onChoisir={({ acte }) => preparer(acte)}
              bouton={{ size: 'small', variant: 'outlined', disabled: occupe }}
            />
          )}
        </>
      )}
      {ids.size < aPrendre && (
        <Button size="small" disabled={tous.state !== 'idle'} onClick={() => tous.load(adresseDesIds + search)}>
          {total > max
            ? `Sélectionner les ${compter(max, 'premier')} de ce filtre`
            : `Sélectionner les ${formatEntier(total)} de ce filtre`}
        </Button>
      )}
      <Button size="small" onClick={() => choisir([])}>
        Tout désélectionner
      </Button>
      {ids.size > max && (
        <Typography variant="body2" sx={{ color: 'error.main' }}>
          {`${compter(max, 'dossier')} au plus à la fois\u00a0: désélectionnez-en.`}
        </Typography>
      )}
    </Box>
  )
}

const BARRE = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  px: 1.5,
  py: 0.75,
  mb: 1,
  position: { xs: 'sticky', md: 'static' },
  top: 0,
  zIndex: 3,
  border: 1,
  borderColor: 'primary.main',
  borderRadius: 1,
  bgcolor: 'background.paper',
} as const
