import { Icone } from '#ui/kit/icone/icone'
import { Button } from '@mui/material'
import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { readMemoire, RETOUR } from '#ui/bannette/bannette-memoire'

type Props = { bannette?: '/dossiers' | '/pre-projets' | '/courriels'; texte?: string }

/** Back to the list as it was left: filters, page, row; to the whole bannette for who came by a link. */
export function RetourBannette({ bannette = '/dossiers', texte = 'Retour à la bannette' }: Props) {
  const [adresse, setAdresse] = useState<string>(bannette)
  useEffect(() => setAdresse(readMemoire(bannette)?.adresse ?? bannette), [bannette])
  return (
    <Button
      component={Link}
      to={adresse}
      state={RETOUR}
      size="small"
      startIcon={<Icone nom="arrow-back" />}
      sx={{ ml: -0.5, mb: 0.5 }}
    >
      {texte}
    </Button>
  )
}
