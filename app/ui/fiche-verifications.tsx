import CheckOutlined from '@mui/icons-material/CheckOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import { Box, Typography } from '@mui/material'
import type { Verification } from '#domain/pre-projet/verifications'
import { phraseVerification } from '#libelles/fiche'
import { Dit } from '#ui/dit'

/** What the values of the fiche say together, what is wrong first. */
export function FicheVerifications({ verifications }: { verifications: Verification[] }) {
  const triees = [...verifications].sort((a, b) => Number(a.juste) - Number(b.juste))
  return (
    <Box component="section" aria-labelledby="titre-verifications" sx={{ mb: 3 }}>
      <Typography variant="h2" id="titre-verifications">
        Vérifications
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 0.5 }}>
        {triees.map((v) => {
          const [Icone, ton] = v.juste ? [CheckOutlined, 'accorde'] : [WarningAmberOutlined, 'alerte']
          return (
            <Box component="li" key={v.sujet} sx={{ display: 'flex', gap: 1, alignItems: 'center', py: 0.25 }}>
              <Icone sx={{ fontSize: 18, color: `var(--mui-palette-ton-${ton})` }} />
              <span>
                {!v.juste && <Dit>À voir{'\u00A0'}: </Dit>}
                {phraseVerification(v)}
              </span>
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
