import { Box, Button } from '@mui/material'
import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'
import { readMemoire } from '#ui/bannette/bannette-memoire'
import { useTouches } from '#ui/kit/acte/touches'
import { useLecture } from '#ui/kit/formulaire/envoi'
import { Icone } from '#ui/kit/icone/icone'
import { LienPressenti } from '#ui/kit/reprise/lien-pressenti'

type Voisines = { precedente: string | null; suivante: string | null }

const BANNETTE = '/pre-projets'

/** The fiches before and after this one in the list the officer came from, by button or by arrow. */
export function FicheVoisines({ id, version, touches }: { id: string; version: number; touches: boolean }) {
  const { load, data } = useLecture<Voisines>()
  const navigate = useNavigate()
  useEffect(() => {
    const filtres = readMemoire(BANNETTE)?.adresse.slice(BANNETTE.length) ?? ''
    load(`${BANNETTE}/${id}/voisines${filtres}`)
  }, [load, id, version])
  const aller = (vers: string | null | undefined) => {
    if (vers) navigate(`${BANNETTE}/${vers}`)
    return Boolean(vers)
  }
  useTouches(touches, { ArrowLeft: () => aller(data?.precedente), ArrowRight: () => aller(data?.suivante) })
  if (!data || (!data.precedente && !data.suivante)) return null
  return (
    <Box component="nav" aria-label="Autres fiches de la liste" sx={{ display: 'flex', gap: 1 }}>
      <Voisine vers={data.precedente} texte="Précédente" debut={<Icone nom="navigate-before" />} />
      <Voisine vers={data.suivante} texte="Suivante" fin={<Icone nom="navigate-next" />} />
    </Box>
  )
}

type VoisineProps = { vers: string | null; texte: string; debut?: React.ReactNode; fin?: React.ReactNode }

function Voisine({ vers, texte, debut, fin }: VoisineProps) {
  const aspect = { size: 'small', startIcon: debut, endIcon: fin } as const
  return vers ? (
    <Button component={LienPressenti} to={`${BANNETTE}/${vers}`} {...aspect}>
      {texte}
    </Button>
  ) : (
    <Button disabled {...aspect}>
      {texte}
    </Button>
  )
}
