import { Box, Link as Lien } from '@mui/material'
import { Link } from '@remix-run/react'
import { titreDe } from '#libelles/pre-projet/pre-projet'

type Props = {
  fiches: { id: string; titre: string; structureNom: string }[]
  dossier: { numero: string | null } | null
  /** The mail of ours that it answers. */
  reponseA: { id: string; sujet: string } | null
}

/** Where a received mail was put, and what it answers. */
export const CourrielRecuLiens = ({ fiches, dossier, reponseA }: Props) => (
  <Box component="p" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, m: 0, mb: 2 }}>
    {fiches.map((une) => (
      <Lien key={une.id} component={Link} to={`/pre-projets/${une.id}`} children={titreDe(une)} />
    ))}
    {dossier?.numero && (
      <Lien component={Link} to={`/dossiers/${dossier.numero}`} children={`Dossier ${dossier.numero}`} />
    )}
    {reponseA && (
      <Lien
        component={Link}
        to={`/courriels/${reponseA.id}`}
        children={`En réponse à «\u00a0${reponseA.sujet}\u00a0»`}
      />
    )}
  </Box>
)
