"""Une table par famille de règles : ce qu'elle trouve, et ce qui lui ressemble sans en être."""
